import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { notFound } from "@/lib/platform/errors";

export const dynamic = "force-dynamic";

/** Whatever no other route answers is not found: a problem document, where Next would send a page. */
export const GET = route({ access: everyone, limit: "read" }, async () => {
  throw notFound();
});

export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;

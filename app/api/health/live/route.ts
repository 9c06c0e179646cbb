import { json } from "@/app/_server/route";

export const dynamic = "force-dynamic";

/** The process answers. Asks nothing of anyone, so a probe costs nothing and meets no limit. */
export function GET(): Response {
  return json({ status: "live" });
}

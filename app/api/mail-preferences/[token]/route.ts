import { z } from "zod";
import { mailReaderOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { unsubscribe } from "@/lib/access/mail-preferences";
import { config } from "@/lib/platform/config";

const params = z.object({ token: z.string().max(100) });
const access = mailReaderOf<{ params: z.output<typeof params> }>(({ params: { token } }) => token);

/** One-click unsubscribing (RFC 8058): whoever posts to the address in a mail's header gets no more mail of its topic. */
export const POST = route({ access, limit: "write", params }, async ({ scope }) => {
  await unsubscribe(scope);
  return new Response(null, { status: 204 });
});

/** For a person who follows the same address: to the page where they choose. Changes nothing. */
export const GET = route({ access, limit: "read", params }, async ({ params: { token } }) => {
  const headers = { Location: `${config().APP_URL}/mail-preferences/${token}`, "Cache-Control": "no-store" };
  return new Response(null, { status: 303, headers });
});

import { json } from "@/app/_server/route";
import { checkReadiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** The process reaches what it needs and will go on doing so: 503 otherwise, and while it drains. */
export async function GET(): Promise<Response> {
  const { isReady, ...parts } = await checkReadiness();
  return json({ status: isReady ? "ready" : "not ready", ...parts }, isReady ? 200 : 503);
}

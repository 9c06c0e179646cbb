import { handlerOf, json } from "@/app/_server/answer";
import { checkReadiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** The process reaches what it needs and will go on doing so: 503 otherwise, and while it drains. */
export const GET = handlerOf(async () => {
  const { isReady, ...parts } = await checkReadiness();
  return json({ status: isReady ? "ready" : "not ready", ...parts }, isReady ? 200 : 503);
});

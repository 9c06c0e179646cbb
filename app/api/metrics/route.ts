import { type ApiRequest, handlerOf, withHeaders } from "@/app/_server/answer";
import { problemOf } from "@/app/_server/problem";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { metrics } from "@/lib/platform/metrics";
import { isSameSecret } from "@/lib/platform/secrets";

export const dynamic = "force-dynamic";

/**
 * What this process counts and measures, as Prometheus text: for whoever has METRICS_TOKEN, and for
 * a program on the same machine that calls directly.
 */
export const GET = handlerOf(async (request) => {
  const requestId = request.headers.get("x-request-id") ?? newId();
  const answer = await measure(request).catch((error: unknown) => problemOf(error, requestId));
  return withHeaders(answer, { "X-Request-Id": requestId });
});

async function measure(request: ApiRequest) {
  if (!mayReadMetrics(request)) throw new AppError("unauthenticated", "The metrics token is wrong or missing.");
  const { registry } = metrics();
  const headers = { "Content-Type": registry.contentType, "Cache-Control": "no-store" };
  return { status: 200, headers, body: await registry.metrics() };
}

// The guard sets the header, and strips it from whatever comes from outside.
function mayReadMetrics({ headers }: ApiRequest): boolean {
  const { METRICS_TOKEN } = config();
  const given = headers.get("authorization")?.match(/^Bearer (.+)$/i)?.[1];
  if (given === undefined) return headers.get("x-turnout-direct") === "1";
  return METRICS_TOKEN !== undefined && isSameSecret(Buffer.from(given), Buffer.from(METRICS_TOKEN));
}

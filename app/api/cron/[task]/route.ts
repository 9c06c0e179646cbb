import { type Answer, type ApiRequest, handlerOf, json, withHeaders } from "@/app/_server/answer";
import { problemOf } from "@/app/_server/problem";
import { timedTasks } from "@/lib/notifications/timed-tasks";
import { config } from "@/lib/platform/config";
import { AppError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { isSameSecret } from "@/lib/platform/secrets";

// Shorter than the time that proxies give an answer; what is left is done by the next call.
const budgetMs = 20_000;

/** Runs a timed task for whoever knows the cron secret. The worker runs the same tasks by itself. */
export const GET = handlerOf(async (request, { params } = {}) => {
  const requestId = request.headers.get("x-request-id") ?? newId();
  const answer = await run(request, params?.task ?? "").catch((error: unknown) => problemOf(error, requestId));
  return withHeaders(answer, { "X-Request-Id": requestId });
});

export const POST = GET;

async function run(request: ApiRequest, name: string): Promise<Answer> {
  requireCronSecret(request);
  const task = timedTasks.get(name);
  if (!task) throw notFound();
  return json({ task: name, enqueued: await task(AbortSignal.timeout(budgetMs)) });
}

function requireCronSecret(request: ApiRequest): void {
  const { CRON_SECRET } = config();
  if (!CRON_SECRET) throw new AppError("unavailable", "CRON_SECRET is not set, so no task can be called.");
  const given = request.headers.get("authorization")?.match(/^Bearer (.+)$/i)?.[1] ?? "";
  if (!isSameSecret(Buffer.from(given), Buffer.from(CRON_SECRET)))
    throw new AppError("unauthenticated", "The cron secret is wrong or missing.");
}

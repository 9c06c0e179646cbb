import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { pathInLog } from "@/lib/platform/strike-out";
import type { Exchange } from "./exchange";
import { failedPage } from "./failed-page";
import { refuseForNow } from "./refuse-for-now";

/** Answers a request that was refused for now, or whose page could not be drawn. Never rejects. */
export async function answerFault({ request, response, work }: Exchange, error: unknown): Promise<void> {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof AppError && (error.code === "unavailable" || error.code === "rate_limited")) {
    metrics().refusals.inc({ work });
    refuseForNow(request, response, { code: error.code, retryAfterSeconds: error.retryAfterSeconds ?? 3 });
    return;
  }
  log.warn(
    { err: error, path: pathInLog(request.url ?? ""), requestId: request.headers["x-request-id"] },
    "a page could not be drawn",
  );
  const { status, headers, html } = await failedPage(request);
  response.writeHead(status, headers).end(html);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { pathInLog } from "@/lib/platform/strike-out";

const slowMs = 1_000;

/** Counts an answer and how long it took, and logs the failed and the slow ones under their request id. */
export function measureRequest(request: IncomingMessage, response: ServerResponse, work: string): void {
  const startedAt = performance.now();
  const { method = "", url = "" } = request;
  response.once("close", () => {
    const tookMs = Math.round(performance.now() - startedAt);
    const status = response.writableFinished ? response.statusCode : 499;
    metrics().requestSeconds.observe({ method, work, status }, tookMs / 1000);
    if (status < 500 && (tookMs < slowMs || status === 499)) return;
    const requestId = request.headers["x-request-id"];
    const path = pathInLog(url);
    log.warn({ requestId, method, path, status, tookMs }, status < 500 ? "slow request" : "failed request");
  });
}

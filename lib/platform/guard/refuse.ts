import type { ServerResponse } from "node:http";
import { type ErrorCode, statusByCode } from "@/lib/platform/errors";

type Refusal = { code: ErrorCode; title: string; detail: string; status?: number };

/** Answers in Next's place: a problem document, which a person can read as well. */
export function refuse(response: ServerResponse, requestId: string, refusal: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { code, title, detail, status = statusByCode[code] } = refusal;
  const type = `/docs/api#${code}`;
  response.writeHead(status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
  });
  response.end(JSON.stringify({ type, title, status, code, detail, requestId }));
}

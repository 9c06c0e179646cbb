import { statusByCode } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { refusalOf } from "@/lib/platform/refusal";
import type { Answer } from "./answer";

const titles: Record<number, string> = {
  400: "Malformed request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  429: "Too many requests",
  503: "Unavailable",
};

/** The problem document (RFC 9457) for anything thrown. A bug is logged under the request id, and its message is never shown. */
export function problemOf(error: unknown, requestId: string): Answer {
  const refusal = refusalOf(error);
  if (!refusal) {
    log.error({ err: error, requestId }, "a bug reached the request");
    return problem({
      status: 500,
      title: "Internal error",
      code: "internal",
      detail: "Something went wrong on our side.",
      requestId,
    });
  }
  if (refusal.code === "unavailable") log.warn({ err: refusal.cause, requestId }, "refused as unavailable");
  const status = statusByCode[refusal.code];
  const { code, message: detail, errors, retryAfterSeconds } = refusal;
  const body = {
    status,
    title: titles[status] ?? "Refused",
    code,
    detail,
    requestId,
    ...(errors.length > 0 && { errors }),
  };
  return problem(body, retryAfterSeconds);
}

function problem(body: { status: number; code: string } & Record<string, unknown>, retryAfterSeconds?: number): Answer {
  const headers = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(retryAfterSeconds !== undefined && { "Retry-After": String(Math.max(1, Math.ceil(retryAfterSeconds))) }),
  };
  return { status: body.status, headers, body: JSON.stringify({ type: `/docs/api#${body.code}`, ...body }) };
}

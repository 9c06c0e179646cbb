import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "@/lib/platform/guard/refuse";
import { staticPage } from "./static-page";

type Refusal = { code: "unavailable" | "rate_limited"; retryAfterSeconds: number };

const words = {
  unavailable: {
    status: 503,
    title: "Unavailable",
    heading: "One moment, please",
    detail: "Very many people are here right now. Please try again in a moment.",
  },
  rate_limited: {
    status: 429,
    title: "Too many requests",
    heading: "That was too often",
    detail: "Very many pages were opened from your network. Please try again in a moment.",
  },
};

/**
 * Refuses and says when to come back: to a person on a page that asks again by itself, to a program
 * in a problem document.
 */
export function refuseForNow({ method, headers }: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { code, retryAfterSeconds } = refusal;
  const { status, title, heading, detail } = words[code];
  response.setHeader("Retry-After", retryAfterSeconds);
  if (!headers.accept?.includes("text/html")) {
    refuse(response, String(headers["x-request-id"]), { code, title, detail });
    return;
  }
  const isRead = method === "GET";
  const next = isRead ? "This page tries again by itself." : "Nothing was stored yet: go back and send it again.";
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  const refreshSeconds = isRead ? retryAfterSeconds : undefined;
  response.end(staticPage({ heading, lines: [detail, next], refreshSeconds }));
}

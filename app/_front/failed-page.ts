import type { IncomingMessage } from "node:http";
import { checkReadiness } from "@/lib/platform/readiness";
import { staticPage } from "./static-page";

const retryAfterSeconds = 5;

const heading = "This page did not load";
const isDown = "We can’t reach our data right now. Please try again in a moment.";
const isFaulty = "The fault is on our side and has been written down. What you sent before is kept.";

/**
 * What a request is answered whose page could not be drawn, with its id as reference: 503 with when
 * to come back while the database is out of reach, else 500.
 */
export async function failedPage({ method, headers }: IncomingMessage) {
  const isTemporary = (await checkReadiness()).database === "failed";
  const reference = `<small>Reference ${headers["x-request-id"]}</small>`;
  const html = staticPage({
    heading,
    lines: [isTemporary ? isDown : isFaulty, '<a href="/events">All events</a>', reference],
    refreshSeconds: isTemporary && method === "GET" ? retryAfterSeconds : undefined,
  });
  return {
    status: isTemporary ? 503 : 500,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      ...(isTemporary && { "Retry-After": String(retryAfterSeconds) }),
    },
    html,
  };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "@/lib/platform/guard/refuse";

const retryAfterSeconds = 3;
const detail = "Very many people are here right now. Please try again in a moment.";

const busyPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Very busy · Turnout</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}</style></head>
<body><h1>One moment, please</h1><p>${detail}</p><p>This page tries again by itself.</p></body></html>`;

/** Answers 503 at once: to a person a page that asks again by itself, to a program a problem document; both say when to come back. */
export function refuseBusy({ method, headers }: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Retry-After", retryAfterSeconds);
  if (method === "GET" && headers.accept?.includes("text/html")) {
    response.writeHead(503, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
    response.end(busyPage);
    return;
  }
  refuse(response, String(headers["x-request-id"]), { code: "unavailable", title: "Unavailable", detail });
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { drawForRequest } from "./admit";
import { encoded } from "./encoded";
import type { Exchange } from "./exchange";
import { failedPage } from "./failed-page";
import { notFoundPage } from "./find-shared-page";
import type { PublicPage } from "./public-page";
import { readerCookieFor } from "./reader-cookie";
import { scriptTags } from "./reader-script";
import { isShell, removeFramework } from "./remove-framework";
import { preferredEncoding } from "./write-cached";

const routerHeaders = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-url"];

/** Has Next draw a public page for this request, and sends it without the framework. */
export async function answerWithOwnPage(exchange: Exchange, page: PublicPage, passOn: () => void): Promise<void> {
  const { server, request, response } = exchange;
  const { headers } = request;
  const accepted = headers["accept-encoding"];
  for (const name of [...routerHeaders, "accept-encoding"]) delete headers[name];
  request.url = page.target;
  await drawForRequest(exchange, passOn, async (body) => {
    const marker = readerCookieFor(headers.cookie);
    if (marker) response.appendHeader("Set-Cookie", marker);
    if (!String(response.getHeader("Content-Type")).startsWith("text/html")) return body;
    // Next's body of a redirect is its framework, for scripts alone.
    if (response.hasHeader("Location") || body.length === 0) return Buffer.alloc(0);
    return compressed(response, await finishedPage(body.toString()), accepted);
  });

  async function finishedPage(html: string): Promise<string> {
    if (response.statusCode >= 500) return failed(request, response);
    if (response.statusCode === 404 && isShell(html)) {
      const { bodies } = await notFoundPage(server, page.theme);
      return bodies.identity().toString();
    }
    return removeFramework(html, scriptTags());
  }
}

async function failed(request: IncomingMessage, response: ServerResponse): Promise<string> {
  const { status, headers, html } = await failedPage(request);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return html;
}

async function compressed(response: ServerResponse, html: string, accepted: string | string[] | undefined) {
  const bodies = encoded(Buffer.from(html));
  const encoding = preferredEncoding(accepted, bodies);
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Vary", "Cookie, Accept-Encoding");
  return (bodies[encoding] ?? bodies.identity)();
}

import { sessionCookie } from "@/app/_server/session-cookie";
import { metrics } from "@/lib/platform/metrics";
import { countDrawing } from "./admit";
import { answerFault } from "./answer-fault";
import { answerWithOwnPage } from "./answer-own-page";
import { hasCookie } from "./cookies";
import type { Exchange } from "./exchange";
import { findListAudience } from "./find-list-audience";
import { findSharedPage } from "./find-shared-page";
import { isEventPath, ownTargetOf, type PublicPage, publicPageOf } from "./public-page";
import { readerCookieFor } from "./reader-cookie";
import { withMarker } from "./shared-page";
import { writeCached } from "./write-cached";

/**
 * Answers a request for a public page: with what everybody gets, or with what Next draws for this
 * request.
 */
export async function answerPublicPage(exchange: Exchange, passOn: () => void): Promise<void> {
  const { request, response, path } = exchange;
  // Next's router in other pages, which is told that this is not for it, loads the page whole.
  if (request.headers.rsc !== undefined && request.headers["next-action"] === undefined) {
    response.writeHead(204, { "Cache-Control": "no-store" }).end();
    return;
  }
  const page = publicPageOf(request, path);
  if (!page.isShared) {
    await answerWithOwnPage(exchange, page, passOn);
    return;
  }
  try {
    await answerWithSharedPage(exchange, page, passOn);
  } catch (error) {
    await answerFault(exchange, error);
  }
}

async function answerWithSharedPage(exchange: Exchange, page: PublicPage, passOn: () => void): Promise<void> {
  const { server, request, response, path } = exchange;
  const { cookie } = request.headers;
  const audience = isEventPath(path) ? null : await findListAudience(cookie);
  const { page: answer, isHit } = await findSharedPage(server, { ...page, audience }, () => countDrawing(exchange));
  metrics().sharedPages.inc({ result: isHit ? "hit" : "drawn" });
  // A draft, or an event for some people, is nothing to strangers and something to those.
  if (answer.status === 404 && isEventPath(path) && hasCookie(cookie, sessionCookie.name)) {
    const own = { ...page, target: ownTargetOf(page.target) };
    await answerWithOwnPage(exchange, own, passOn);
    return;
  }
  const marker = readerCookieFor(cookie);
  await writeCached(request, response, marker ? withMarker(answer, marker) : answer);
}

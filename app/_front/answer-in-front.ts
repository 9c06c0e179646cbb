import { config } from "@/lib/platform/config";
import { drawForRequest, inSlot } from "./admit";
import { answerDirectly } from "./answer-directly";
import { answerPublicPage } from "./answer-public-page";
import { findDirectRoute } from "./direct-routes";
import type { Exchange } from "./exchange";
import { isPublicPath } from "./public-page";
import { answerWithFile, findStaticFile } from "./static-file";

/**
 * Answers by itself what it can, hands the rest on to Next, and refuses what finds no slot or comes
 * too often.
 */
export function answerInFront(exchange: Exchange, passOn: () => void): void {
  const { work, path } = exchange;
  const answer = config().FRONT ? ownAnswerTo(exchange) : null;
  if (answer) inSlot(exchange, answer);
  else if (isPublicPath(path)) void answerPublicPage(exchange, passOn);
  else if (work === "page" || work === "form") void drawForRequest(exchange, passOn, asItIs);
  else inSlot(exchange, passOn);
}

async function asItIs(body: Buffer): Promise<Buffer> {
  return body;
}

/** How the front answers this without Next; null when it does not. */
function ownAnswerTo(exchange: Exchange): (() => void) | null {
  const { request, response, path } = exchange;
  const route = findDirectRoute(request.method ?? "", path);
  if (route) return () => void answerDirectly(request, response, route);
  const file = findStaticFile(request.method ?? "", path);
  return file ? () => void answerWithFile(exchange, file) : null;
}

import { config } from "@/lib/platform/config";
import { busy } from "@/lib/platform/errors";
import { refuse } from "@/lib/platform/guard/refuse";
import { drawForRequest, inSlot } from "./admit";
import { answerDirectly } from "./answer-directly";
import { answerFault } from "./answer-fault";
import { answerPublicPage } from "./answer-public-page";
import { type BodyFault, whenBodyIsIn } from "./body-in";
import { findDirectRoute } from "./direct-routes";
import type { Exchange } from "./exchange";
import { isPublicPath } from "./public-page";
import { answerWithFile, findStaticFile } from "./static-file";

/**
 * Answers by itself what it can, hands the rest on to Next, and refuses what finds no slot, comes
 * too often or does not come to its end.
 */
export function answerInFront(exchange: Exchange, passOn: () => void): void {
  const { request, response, network } = exchange;
  whenBodyIsIn(request, network, {
    goOn: () => {
      // Who was refused meanwhile, or is gone, gets no slot.
      if (!response.headersSent && !response.destroyed) answerWhole(exchange, passOn);
    },
    giveUp: (fault) => refuseBody(exchange, fault),
  });
}

function answerWhole(exchange: Exchange, passOn: () => void): void {
  const { work, path } = exchange;
  const answer = config().FRONT ? ownAnswerTo(exchange) : null;
  if (answer) inSlot(exchange, answer);
  else if (isPublicPath(path)) void answerPublicPage(exchange, passOn);
  else if (work === "page" || work === "form") void drawForRequest(exchange, passOn, asItIs);
  else inSlot(exchange, passOn);
}

function refuseBody(exchange: Exchange, fault: BodyFault): void {
  const { request, response } = exchange;
  if (response.headersSent) return;
  // What is left of the body is nobody's next request.
  response.setHeader("Connection", "close");
  response.once("finish", () => request.destroy());
  if (fault === "late") refuse(response, String(request.headers["x-request-id"]), tooLate);
  else void answerFault(exchange, busy("Very much is being sent right now."));
}

const tooLate = {
  code: "malformed",
  status: 408,
  title: "Request timeout",
  detail: "The request did not come to its end in time. Please send it again.",
} as const;

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

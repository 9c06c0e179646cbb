import { config } from "@/lib/platform/config";
import { metrics } from "@/lib/platform/metrics";
import { answerWithAsset, findAsset } from "./asset-lane";
import { answerDirectly } from "./direct-lane";
import { findDirectRoute } from "./direct-routes";
import { takePlace } from "./lane";
import { pageAskOf } from "./page-ask";
import { answerFromCache } from "./page-lane";
import { refuseBusy } from "./refuse-busy";
import type { Visit } from "./visit";

/** Answers by itself what it can, hands the rest on to Next, and refuses what finds its lane full. */
export function answerInFront(visit: Visit, passOn: () => void): void {
  const ask = config().FRONT ? pageAskOf(visit.request) : null;
  if (!ask) {
    inPlace(visit, (config().FRONT && ownAnswerTo(visit)) || passOn);
    return;
  }
  void answerFromCache(visit, ask).then((outcome) => {
    if (outcome === "busy") refuse(visit);
    else if (outcome === "not for anybody") inPlace(visit, passOn);
  });
}

/** How the front answers this without Next and without a kept page; null when it does not. */
function ownAnswerTo(visit: Visit): (() => void) | null {
  const { request, response, path } = visit;
  const route = findDirectRoute(request.method ?? "", path);
  if (route) return () => void answerDirectly(request, response, route);
  const asset = findAsset(request.method ?? "", path);
  if (asset) return () => void answerWithAsset(visit, asset);
  return null;
}

/** Goes on when there is a place in the lane, and keeps it until the answer is out or the caller is gone. */
function inPlace(visit: Visit, goOn: () => void): void {
  const leave = takePlace(visit.lane);
  if (!leave) {
    refuse(visit);
    return;
  }
  visit.response.once("close", leave);
  goOn();
}

function refuse({ request, response, lane }: Visit): void {
  metrics().refusals.inc({ lane });
  refuseBusy(request, response);
}

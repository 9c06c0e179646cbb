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
  const { request, response, path } = visit;
  if (!config().FRONT) {
    inPlace(visit, passOn);
    return;
  }
  const route = findDirectRoute(request.method ?? "", path);
  if (route) {
    inPlace(visit, () => void answerDirectly(request, response, route));
    return;
  }
  const asset = findAsset(request.method ?? "", path);
  if (asset) {
    inPlace(visit, () => void answerWithAsset(visit, asset));
    return;
  }
  const ask = pageAskOf(request);
  if (!ask) {
    inPlace(visit, passOn);
    return;
  }
  void answerFromCache(visit, ask).then((outcome) => {
    if (outcome === "busy") refuse(visit);
    else if (outcome === "not for anybody") inPlace(visit, passOn);
  });
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

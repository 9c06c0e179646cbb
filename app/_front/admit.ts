import { clientNetworkOf } from "@/app/_server/client-address";
import { busy } from "@/lib/platform/errors";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { takeSlot } from "./admission";
import { answerFault } from "./answer-fault";
import { IncomingApiRequest } from "./api-request";
import type { Exchange } from "./exchange";

/** Counts a page that is drawn because of this request against its caller's network, or throws `rate_limited`. */
export async function countDrawing({ request }: Exchange): Promise<void> {
  await takeOrRefuse("draw", [`ip:${clientNetworkOf(new IncomingApiRequest(request).headers)}`]);
}

/** Goes on when there is a slot for this work, which is held until the answer is out or the caller is gone; else refuses. */
export function inSlot(exchange: Exchange, goOn: () => void): void {
  const release = takeSlot(exchange.work);
  if (!release) {
    void answerFault(exchange, busy("Very many people are here right now."));
    return;
  }
  exchange.response.once("close", release);
  goOn();
}

/** Has a page drawn for this request: counted, in a slot, or refused. */
export async function drawForRequest(exchange: Exchange, draw: () => void): Promise<void> {
  try {
    await countDrawing(exchange);
  } catch (error) {
    await answerFault(exchange, error);
    return;
  }
  if (exchange.response.destroyed) return;
  inSlot(exchange, draw);
}

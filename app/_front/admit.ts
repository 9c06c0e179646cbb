import { busy } from "@/lib/platform/errors";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { takeSlot } from "./admission";
import { answerFault } from "./answer-fault";
import { takeTurn } from "./drawing-turns";
import type { Exchange } from "./exchange";
import { holdResponse } from "./hold-response";

/**
 * Counts a page that is drawn because of this request against its caller's network, or throws
 * `rate_limited`.
 */
export async function countDrawing({ network }: Exchange): Promise<void> {
  await takeOrRefuse("draw", [`ip:${network}`]);
}

/**
 * Goes on when there is a slot for this work, which is held until the answer is out or the caller
 * is gone; else refuses.
 */
export function inSlot(exchange: Exchange, goOn: () => void): void {
  const release = takeSlot(exchange.work, exchange.network);
  if (!release) {
    void answerFault(exchange, busy("Very many people are here right now."));
    return;
  }
  exchange.response.once("close", release);
  goOn();
}

/**
 * Has Next draw a page for this request, counted, in a slot and in its turn, and sends what
 * `finish` makes of it; or refuses. Next is done when it has written all, however slowly the caller
 * reads.
 */
export async function drawForRequest(
  exchange: Exchange,
  passOn: () => void,
  finish: (body: Buffer) => Promise<Buffer>,
): Promise<void> {
  const { response } = exchange;
  try {
    await countDrawing(exchange);
  } catch (error) {
    await answerFault(exchange, error);
    return;
  }
  if (response.destroyed) return;
  inSlot(exchange, () => {
    const stopWaiting = takeTurn(exchange.network, (endTurn) => {
      response.once("close", endTurn);
      holdResponse(response, (body) => {
        endTurn();
        return finish(body);
      });
      passOn();
    });
    response.once("close", stopWaiting);
  });
}

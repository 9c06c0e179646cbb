import type { IncomingMessage } from "node:http";
import { shareOf } from "./fair-share";

/**
 * How long a body may take after its headers: a phone with little network sends a batch of scans.
 */
export const bodyPatienceMs = 15_000;

// What bodies that are still on their way may hold in a process.
const mostBytes = 128_000_000;

const bytesOf = new Map<string, number>();
let bytesOfAll = 0;

export type BodyFault = "late" | "too many";

/**
 * Calls `goOn` when the body is in, at once where there is none: whoever sends half a request holds
 * no slot. Calls `giveUp` instead when it takes too long, and when bodies on their way hold too
 * much, of which one network has at most a fair share. The body stays to be read by whoever
 * answers.
 */
export function whenBodyIsIn(
  request: IncomingMessage,
  network: string,
  { goOn, giveUp }: { goOn: () => void; giveUp: (fault: BodyFault) => void },
): void {
  if (!hasBody(request)) {
    goOn();
    return;
  }
  let held = 0;
  let isSettled = false;
  const deadline = setTimeout(() => settle(() => giveUp("late")), bodyPatienceMs);
  request.once("close", () => settle(() => {}));

  // Nothing is read before its time: the parser goes on as long as this says that there is room.
  const push = request.push.bind(request);
  request.push = (chunk: Buffer | null, encoding) => {
    const hasRoom = push(chunk, encoding);
    if (isSettled) return hasRoom;
    if (chunk === null) settle(goOn);
    else if (!hold(chunk.length)) settle(() => giveUp("too many"));
    return true;
  };

  function hold(bytes: number): boolean {
    const ofNetwork = bytesOf.get(network) ?? 0;
    if (ofNetwork + bytes > shareOf({ most: mostBytes, taken: bytesOfAll, least: 2_000_000 })) return false;
    bytesOf.set(network, ofNetwork + bytes);
    bytesOfAll += bytes;
    held += bytes;
    return true;
  }

  function settle(then: () => void): void {
    if (isSettled) return;
    isSettled = true;
    clearTimeout(deadline);
    const left = (bytesOf.get(network) ?? held) - held;
    if (left > 0) bytesOf.set(network, left);
    else bytesOf.delete(network);
    bytesOfAll -= held;
    then();
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  if (headers["transfer-encoding"] !== undefined) return true;
  return Number(headers["content-length"] ?? 0) > 0;
}

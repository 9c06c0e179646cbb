import { setTimeout as pause } from "node:timers/promises";
import type { DoorScope } from "@/lib/access/scopes";
import { eventTag, onInvalidated } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { countDoor, type DoorNumbers } from "./door-numbers";

const leastGapMs = 500;
const signOfLifeMs = 15_000;

/**
 * The door's numbers now and after every change of its event, whichever process made it, at most two a second; null after 15 seconds in
 * which nothing changed. Ends with the signal, and when `mayStay` throws: it is asked before each, so that a lost phone hears no more.
 */
export async function* watchDoor(
  scope: DoorScope,
  mayStay: () => Promise<unknown>,
  signal: AbortSignal,
): AsyncGenerator<(DoorNumbers & { asOf: Date }) | null> {
  let alarm = new AbortController();
  const stop = onInvalidated(eventTag(scope.eventId), () => alarm.abort());
  let isFirst = true;
  try {
    while (!signal.aborted) {
      const isNews = isFirst || alarm.signal.aborted;
      isFirst = false;
      alarm = new AbortController();
      await mayStay();
      const asOf = now();
      const numbers = await countDoor(scope);
      yield isNews ? { ...numbers, asOf } : null;
      await rest(leastGapMs, signal);
      await rest(signOfLifeMs, AbortSignal.any([signal, alarm.signal]));
    }
  } finally {
    stop();
  }
}

/** Waits so long, or until the signal. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}

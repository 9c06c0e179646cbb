import { setTimeout as pause } from "node:timers/promises";
import type { OrganizerScope, ViewerScope } from "@/lib/access/scopes";
import { eventTag, onInvalidated } from "@/lib/platform/cache";
import { type Dashboard, getDashboard } from "./queries";

const leastGapMs = 1_000;
const signOfLifeMs = 15_000;

/**
 * The event's dashboard now and after every change, whichever process made it, at most one a second; null after 15 seconds in
 * which nothing changed. Ends when the signal does.
 */
export async function* watchDashboard(
  scope: OrganizerScope | ViewerScope,
  signal: AbortSignal,
): AsyncGenerator<Dashboard | null> {
  let alarm = new AbortController();
  const stop = onInvalidated(eventTag(scope.eventId), () => alarm.abort());
  try {
    let last = "";
    while (!signal.aborted) {
      alarm = new AbortController();
      const dashboard = await getDashboard(scope);
      const text = JSON.stringify(dashboard);
      yield text === last ? null : dashboard;
      last = text;
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

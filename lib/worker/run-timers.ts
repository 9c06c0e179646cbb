import { setTimeout as sleep } from "node:timers/promises";
import { timedTasks } from "@/lib/notifications/timed-tasks";
import { log } from "@/lib/platform/log";

const minuteMs = 60_000;
/** Tasks that are not worth a run each minute. */
const everyMinutes: Record<string, number> = { archive: 60 };

/** Runs the timed tasks at once and then every minute until told to stop. A task that fails is tried again at its next time. */
export async function runTimers(signal: AbortSignal): Promise<void> {
  for (let minute = 0; !signal.aborted; minute++) {
    for (const [name, task] of timedTasks) {
      if (minute % (everyMinutes[name] ?? 1) !== 0) continue;
      try {
        const count = await task();
        if (count > 0) log.info({ task: name, count }, "a timed task did something");
      } catch (error) {
        log.error({ err: error, task: name }, "a timed task failed");
      }
    }
    await sleep(minuteMs, undefined, { signal }).catch(() => {});
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { timedTasks } from "@/lib/notifications/timed-tasks";
import { log } from "@/lib/platform/log";

const usualSeconds = 60;
// An announcement leaves on the second, and a look for it is a few probes of indexes that are
// nearly always empty.
const everySeconds: Record<string, number> = { announcements: 1, archive: 3_600 };

/**
 * Runs each timed task at once and then at its interval, next to the others, until told to stop; a
 * batch under way is finished.
 */
export async function runTimers(signal: AbortSignal): Promise<void> {
  await Promise.all([...timedTasks].map(([name, task]) => repeat(name, task, signal)));
}

// A task that fails is tried again at its next time; a row of failures is told once.
async function repeat(
  name: string,
  task: (signal: AbortSignal) => Promise<number>,
  signal: AbortSignal,
): Promise<void> {
  for (let isFailing = false; !signal.aborted; ) {
    try {
      const count = await task(signal);
      isFailing = false;
      if (count > 0) log.info({ task: name, count }, "a timed task did something");
    } catch (error) {
      if (!isFailing) log.error({ err: error, task: name }, "a timed task failed");
      isFailing = true;
    }
    await sleep((everySeconds[name] ?? usualSeconds) * 1000, undefined, { signal }).catch(() => {});
  }
}

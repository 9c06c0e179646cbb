import { setTimeout as sleep } from "node:timers/promises";
import { endOfLog } from "./log-file";
import { StartFault } from "./start-fault";

/** Resolves when the site says that it is ready; gives up after a minute. */
export async function awaitReady(url: string, logFile: string): Promise<void> {
  let last = "no answer";
  for (const giveUpAt = performance.now() + 60_000; performance.now() < giveUpAt; await sleep(100)) {
    try {
      const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw new StartFault(`The site did not become ready within a minute (${last}). ${endOfLog(logFile)}`);
}

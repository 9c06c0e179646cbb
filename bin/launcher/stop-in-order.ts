import { say } from "./report";

type Stop = () => Promise<unknown>;

/** What has been started, to be stopped in the opposite order on SIGTERM or Ctrl-C, or when the start fails. */
export function stopInOrder(): { push: (stop: Stop) => void; stopAll: () => Promise<void> } {
  const stops: Stop[] = [];
  let stopped: Promise<void> | undefined;
  const stopAll = () => {
    stopped ??= stopEach();
    return stopped;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // Whoever presses Ctrl-C twice will not wait for running requests.
      if (stopped && signal === "SIGINT") process.exit(1);
      if (!stopped) say("\n  Stopping: running requests are finished first (Ctrl-C again to hurry).");
      void stopAll().then(() => process.exit(0));
    });
  }
  return { push: (stop) => stops.push(stop), stopAll };

  async function stopEach(): Promise<void> {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      await stop().catch((error: unknown) => say(`  ! ${error instanceof Error ? error.message : error}`));
    }
  }
}

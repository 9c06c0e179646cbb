import type { ChildProcess } from "node:child_process";
import { say } from "./report";

export type Kept = {
  /** Asks it to finish what it has begun and end; after the grace period it is killed. */
  stop: (graceMs: number) => Promise<void>;
};

// Whoever lives so long came up and served; one that fails sooner may do so each time.
const cameUpMs = 5_000;
const longestPauseMs = 5_000;

/** Runs a child process and starts it again when it ends by itself: at once, then with growing pauses while it keeps failing. */
export function keepRunning(name: string, logFile: string, start: () => ChildProcess): Kept {
  let isStopping = false;
  let pauseMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let child = launch();
  return { stop };

  function launch(): ChildProcess {
    const startedAt = performance.now();
    const launched = start();
    launched.once("exit", (code, signal) => {
      if (isStopping) return;
      pauseMs = performance.now() - startedAt > cameUpMs ? 0 : Math.min(Math.max(pauseMs * 2, 250), longestPauseMs);
      const how = code === 0 ? "was asked to end" : `ended unexpectedly (${signal ?? code})`;
      say(`  ! The ${name} process ${how} and is started again. Its log: ${logFile}`);
      timer = setTimeout(() => {
        child = launch();
      }, pauseMs);
    });
    return launched;
  }

  async function stop(graceMs: number): Promise<void> {
    isStopping = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const hangs = setTimeout(() => child.kill("SIGKILL"), graceMs);
    await ended;
    clearTimeout(hangs);
  }
}

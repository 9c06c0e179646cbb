import type { ChildProcess } from "node:child_process";

const patienceSeconds = 20;

/**
 * Kills a child that has shown life once and then not for twenty seconds: its event loop is stuck, and everyone it serves waits.
 * Our own ticks are counted, not the clock, so that a laptop's sleep is no silence.
 */
export function endWhenSilent(child: ChildProcess): void {
  child.once("message", () => {
    let silentSeconds = 0;
    child.on("message", () => {
      silentSeconds = 0;
    });
    const watch = setInterval(() => {
      silentSeconds += 1;
      if (silentSeconds > patienceSeconds) child.kill("SIGKILL");
    }, 1_000);
    child.once("exit", () => clearInterval(watch));
  });
}

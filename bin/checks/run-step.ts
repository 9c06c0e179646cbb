import { spawn } from "node:child_process";
import { once } from "node:events";
import { say } from "../launcher/report";

export type StepResult = { name: string; isPassed: boolean; seconds: number };

/** Runs one check in the foreground under its name, and shows how long it took. */
export async function runStep(name: string, work: () => Promise<boolean>): Promise<StepResult> {
  say(`\n── ${name}`);
  const startedAt = performance.now();
  const isPassed = await work().catch((error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return false;
  });
  const seconds = (performance.now() - startedAt) / 1000;
  say(`── ${isPassed ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  return { name, isPassed, seconds };
}

/** Runs a command whose output is ours; true when it ends with 0. */
export async function runCommand(command: string, args: string[], cwd: string): Promise<boolean> {
  const child = spawn(command, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
  const [code] = await once(child, "exit");
  return code === 0;
}

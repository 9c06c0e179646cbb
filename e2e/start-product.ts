import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

export type StartedProduct = {
  pid: number;
  /** Everything printed so far. */
  output: () => string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
  /** SIGTERM, and its exit code. */
  stop: () => Promise<number | null>;
};

/** `bin/start` with these settings, as a process; `through` is the command, if any, that is to run it. */
export function spawnProduct(settings: Record<string, string>, through: readonly string[] = []): StartedProduct {
  const [command = "", ...words] = [...through, path.join(root, "bin/start")];
  const child = spawn(command, words, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk;
      if (process.env.E2E_VERBOSE) process.stderr.write(chunk);
    });
  }
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    ended,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** `bin/start` with these settings, once it serves; rejects with what it printed when it ends instead. */
export async function startProduct(settings: Record<string, string> & { TURNOUT_DATA_DIR: string }) {
  const product = spawnProduct(settings);
  let hasEnded = false;
  void product.ended.then(() => {
    hasEnded = true;
  });
  while (!isRunning(settings.TURNOUT_DATA_DIR, product.pid)) {
    if (hasEnded) throw new Error(`bin/start ended:\n${product.output()}`);
    await sleep(100);
  }
  return product;
}

/**
 * The settings with which the product of that data dir runs, with the secrets that it made for
 * itself; what it was given from outside only whoever gave it knows.
 */
export function readSettings(dataDir: string): Record<string, string> {
  return {
    AUTH_SECRET: process.env.AUTH_SECRET || readSecret(dataDir, "auth-secret"),
    CRON_SECRET: process.env.CRON_SECRET || readSecret(dataDir, "cron-secret"),
    ...JSON.parse(readFileSync(runningFile(dataDir), "utf8")),
  };
}

function readSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

/** Where the product of that data dir answers, where its recorded mails are read, and its database. */
export function readRunning(dataDir: string) {
  const { PORT, SES_ENDPOINT, CRON_SECRET, DATABASE_URL } = readSettings(dataDir);
  return {
    ...{ TURNOUT_URL: `http://localhost:${PORT}`, MAIL_RECORDER_URL: SES_ENDPOINT, CRON_SECRET },
    ...{ E2E_DATABASE_URL: DATABASE_URL, E2E_RUNNING_DIR: dataDir },
  };
}

function isRunning(dataDir: string, pid: number): boolean {
  try {
    return readFileSync(runningFile(dataDir), "utf8").includes(`"pid": ${pid}`);
  } catch {
    // Not there yet, or the launcher has just removed what a killed one left.
    return false;
  }
}

function runningFile(dataDir: string): string {
  return path.join(dataDir, "running.json");
}

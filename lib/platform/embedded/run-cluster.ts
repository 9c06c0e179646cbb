import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { clusterUser } from "./create-cluster";
import type { PostgresBinaries } from "./postgres-binaries";
import { takeOwnership } from "./take-ownership";

export type RunningCluster = {
  /** Resolves when the server is gone, whoever ended it. */
  ended: Promise<void>;
  /** Ends all sessions, writes everything down and exits. */
  stop: () => Promise<void>;
};

type ClusterRun = {
  binaries: PostgresBinaries;
  folder: string;
  port: number;
  password: string;
  logFile: string;
  settings?: Record<string, string>;
};

type Login = { port: number; password: string; user?: string };

/** The address of a database in a cluster of ours, for this user or the cluster's superuser. */
export function clusterUrl({ port, password, user = clusterUser }: Login, database: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Starts the server on loopback only, and resolves when it answers queries; rejects with where the log is when it can't. */
export async function runCluster(run: ClusterRun): Promise<RunningCluster> {
  takeOwnership(run.binaries, run.folder);
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(run.port),
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
    // Of a disk without heads: at 4, the default, reading a whole table seems cheaper than looking some hundred rows up.
    random_page_cost: "1.1",
    ...run.settings,
  };
  const [command, ...args] = run.binaries.command("postgres", [
    ...["-D", run.folder],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  const log = openSync(run.logFile, "a", 0o600);
  // Detached: Ctrl-C in the terminal must reach the launcher, which then stops the database last.
  const child = spawn(command, args, { stdio: ["ignore", log, log], detached: true, cwd: "/" });
  closeSync(log);
  let hasEnded = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once("exit", end).once("error", end);
  });
  try {
    await answers(run, () => hasEnded);
  } catch (error) {
    child.kill("SIGQUIT");
    throw error;
  }
  return { ended, stop: () => stop(child.kill.bind(child), ended) };
}

async function answers(run: ClusterRun, hasEnded: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 120_000;
  for (;;) {
    const sql = postgres(clusterUrl(run, "postgres"), { max: 1, connect_timeout: 5, onnotice: () => {} });
    try {
      await sql`select 1`;
      return;
    } catch (cause) {
      if (hasEnded() || performance.now() > giveUpAt) {
        throw new Error(`The embedded PostgreSQL did not start; its log is ${run.logFile}`, { cause });
      }
      await sleep(50);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

async function stop(kill: (signal: NodeJS.Signals) => boolean, ended: Promise<void>): Promise<void> {
  kill("SIGINT");
  const hangs = setTimeout(() => kill("SIGQUIT"), 10_000);
  await ended;
  clearTimeout(hangs);
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "@/db/create-database";
import { createCluster } from "@/lib/platform/embedded/create-cluster";
import { findFreePort, isPortFree } from "@/lib/platform/embedded/find-free-port";
import { findPostgresBinaries } from "@/lib/platform/embedded/postgres-binaries";
import { clusterUrl, type RunningCluster, runCluster } from "@/lib/platform/embedded/run-cluster";
import { stopOrphan } from "@/lib/platform/embedded/stop-orphan";
import type { DataDir } from "./data-dir";
import { keptSecret } from "./kept-secret";
import { say, type Tell } from "./report";

/** Starts the embedded PostgreSQL on the data dir and keeps it up; recovers from whatever an earlier run left behind. */
export async function startDatabase(dataDir: DataDir, tell: Tell) {
  const binaries = findPostgresBinaries();
  const folder = dataDir.inside("postgres");
  const password = keptSecret(dataDir.inside("database-password"));
  if (!existsSync(folder)) {
    tell("creating a new one");
    await createCluster(binaries, folder, password);
  }
  if (await stopOrphan(folder)) tell("stopped the one left by an interrupted run");
  const port = await keptPort(dataDir.inside("database-port"));
  const run = { binaries, folder, port, password, logFile: dataDir.log("postgres") };
  // After a kill -9 the old server's sessions may hold its memory for a moment longer.
  let running = await runCluster(run).catch(() => sleep(2_000).then(() => runCluster(run)));
  const owner = { user: "turnout_product", password: keptSecret(dataDir.inside("database-product-password")) };
  await createDatabase(clusterUrl(run, "postgres"), { name: "turnout", owner: owner.user, password: owner.password });
  let isStopping = false;
  void keepUp();
  return {
    /** As a user who owns this database and may nothing beyond. */
    url: clusterUrl({ port, ...owner }, "turnout"),
    stop: () => {
      isStopping = true;
      return running.stop();
    },
  };

  async function keepUp(): Promise<void> {
    for (;;) {
      await running.ended;
      if (isStopping) return;
      say(`  ! The database ended unexpectedly and is started again. Its log: ${run.logFile}`);
      running = await startAgain();
    }
  }

  async function startAgain(): Promise<RunningCluster> {
    for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 30_000)) {
      await sleep(waitMs);
      try {
        return await runCluster(run);
      } catch (error) {
        say(`  ! ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}

/** The same port as last time where it is free, so that a connection string noted down stays true. */
async function keptPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (kept > 0 && (await isPortFree(kept, "127.0.0.1"))) return kept;
  const port = await findFreePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

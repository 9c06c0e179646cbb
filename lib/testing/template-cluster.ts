import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { createCluster } from "@/lib/platform/embedded/create-cluster";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import type { PostgresBinaries } from "@/lib/platform/embedded/postgres-binaries";
import { clusterUrl, runCluster } from "@/lib/platform/embedded/run-cluster";

export const templateDatabase = "turnout_template";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const cache = path.join(root, "node_modules/.cache/turnout-test");
// Data of tests may be lost in a power cut: a third of the time goes into waiting for the disk otherwise.
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
const password = "test";

/** A stopped cluster that holds the migrated template database, made once for each state of the migrations and kept. */
export async function prepareTemplateCluster(binaries: PostgresBinaries) {
  const folder = path.join(cache, migrationsHash(binaries.owner?.uid));
  if (!exists(folder)) await makeTemplateCluster(binaries, folder);
  return { folder, password, settings };
}

async function makeTemplateCluster(binaries: PostgresBinaries, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const workshop = mkdtempSync(path.join(cache, "unfinished-"));
  const cluster = {
    ...{ binaries, password, settings },
    folder: path.join(workshop, "postgres"),
    port: await findFreePort(),
    logFile: path.join(workshop, "postgres.log"),
  };
  try {
    await createCluster(binaries, cluster.folder, password);
    const running = await runCluster(cluster);
    try {
      const admin = postgres(clusterUrl(cluster, "postgres"), { max: 1 });
      await admin`create database ${admin(templateDatabase)}`;
      await admin.end();
      await migrateDatabase(clusterUrl(cluster, templateDatabase));
    } finally {
      await running.stop();
    }
    renameSync(cluster.folder, folder);
  } catch (error) {
    // Another run may have finished the same one first.
    if (!exists(folder)) throw error;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function migrationsHash(uid: number | undefined): string {
  const folder = path.join(root, "db/migrations");
  const hash = createHash("sha256").update(`1 ${uid}`);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isFile()) hash.update(name).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function exists(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false }) !== undefined;
}

import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { findPostgresBinaries } from "@/lib/platform/embedded/postgres-binaries";
import { clusterUrl, runCluster } from "@/lib/platform/embedded/run-cluster";
import { startRedis } from "./start-redis";
import { prepareTemplateCluster, templateDatabase } from "./template-cluster";

declare module "vitest" {
  export interface ProvidedContext {
    /** A database of the cluster from which each test file's own one is made. */
    adminDatabaseUrl: string;
    templateDatabase: string;
    redisUrl: string;
  }
}

/** One PostgreSQL and one Redis for this run, thrown away after it: several runs don't see each other. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const binaries = findPostgresBinaries();
  const template = await prepareTemplateCluster(binaries);
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-test-"));
  const cluster = {
    binaries,
    folder: path.join(folder, "postgres"),
    port: await findFreePort(),
    password: template.password,
    logFile: path.join(folder, "postgres.log"),
    settings: template.settings,
  };
  cpSync(template.folder, cluster.folder, { recursive: true, preserveTimestamps: true });
  // Node.js 24 copies a folder's contents and not its mode, which PostgreSQL insists on.
  chmodSync(cluster.folder, 0o700);
  const [running, redis] = await Promise.all([runCluster(cluster), startRedis(folder)]);
  project.provide("adminDatabaseUrl", clusterUrl(cluster, "postgres"));
  project.provide("templateDatabase", templateDatabase);
  project.provide("redisUrl", redis.url);
  return async () => {
    await Promise.all([running.stop(), redis.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
}

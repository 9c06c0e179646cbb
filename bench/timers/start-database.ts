import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { findPostgresBinaries } from "@/lib/platform/embedded/postgres-binaries";
import { clusterUrl, runCluster } from "@/lib/platform/embedded/run-cluster";
import { prepareTemplateCluster, templateDatabase } from "@/lib/testing/template-cluster";

// It writes to the disk as in production and notes how long each statement took.
const settings = { log_min_duration_statement: "0", max_wal_size: "4GB", shared_buffers: "256MB" };

/**
 * A PostgreSQL of this bench alone, with the product's schema and its log of statements; this
 * process gets its address.
 */
export async function startDatabase() {
  const binaries = findPostgresBinaries();
  const template = await prepareTemplateCluster(binaries);
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-bench-"));
  const { password } = template;
  const logFile = path.join(folder, "postgres.log");
  const cluster = {
    binaries,
    folder: path.join(folder, "data"),
    port: await findFreePort(),
    password,
    logFile,
    settings,
  };
  cpSync(template.folder, cluster.folder, { recursive: true, preserveTimestamps: true });
  chmodSync(cluster.folder, 0o700);
  const running = await runCluster(cluster);
  Object.assign(process.env, {
    DATABASE_URL: clusterUrl(cluster, templateDatabase),
    AUTH_SECRET: "a-secret-that-only-benches-know-0123456789",
    APP_URL: "http://localhost:3000",
    LOG_LEVEL: "error",
  });
  return {
    /**
     * The durations of parsing, planning and running the statements since the mark, in
     * milliseconds, the longest first.
     */
    durationsSince: (mark: number) =>
      [
        ...readFileSync(logFile, "utf8")
          .slice(mark)
          .matchAll(/duration: ([\d.]+) ms/g),
      ]
        .map(([, ms]) => Number(ms))
        .sort((left, right) => right - left),
    mark: () => readFileSync(logFile, "utf8").length,
    stop: async () => {
      const { closeDatabase } = await import("@/db/client");
      await closeDatabase();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { descendantsOf, findDescendant, postmasterOf, processorMicrosecondsOf } from "@/e2e/process-tree";
import { readSettings, startProduct } from "@/e2e/start-product";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";

/**
 * The product without limits, unless `more` settings say otherwise, on a data dir of its own that
 * goes with it, and its database. This process gets its settings, by which the product's own code
 * here finds its secrets and its database at first use.
 */
export async function startBench(more: Record<string, string> = {}) {
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-bench-"));
  const product = await startProduct({
    ...{ PORT: String(await findFreePort()), TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "1" },
    ...{ RATE_LIMIT_SCALE: "0", LOG_LEVEL: "error" },
    ...more,
  });
  const settings = readSettings(dataDir);
  Object.assign(process.env, settings);
  const sql = postgres(settings.DATABASE_URL ?? "", {
    ...{ max: 1, onnotice: () => {}, connection: { statement_timeout: 0 } },
  });
  const postmaster = postmasterOf(dataDir);
  return {
    ...{ dataDir, settings, sql, url: `http://127.0.0.1:${settings.PORT}` },
    web: findDescendant(product.pid, "next-server"),
    /** The one that the product started; most benches pause it while the clock runs. */
    worker: findDescendant(product.pid, "worker.js"),
    /** The processor time that PostgreSQL has used so far, in microseconds, over all its processes. */
    databaseMicroseconds: () =>
      [postmaster, ...descendantsOf(postmaster)].reduce((sum, pid) => sum + processorMicrosecondsOf(pid), 0),
    stop: async () => {
      await sql.end();
      const { closeDatabase } = await import("@/db/client");
      await closeDatabase();
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { readRunning, startProduct } from "./start-product";

/**
 * Starts the product as anyone would, on a data dir of its own, and stops it after the tests. While writing specs, start it once
 * by hand (`RATE_LIMIT_SCALE=0 bin/start`) and say where: E2E_DATA_DIR=.turnout npx playwright test -c e2e
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.E2E_DATA_DIR) {
    Object.assign(process.env, readRunning(path.resolve(process.env.E2E_DATA_DIR)));
    return undefined;
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-e2e-"));
  const product = await startProduct({
    PORT: String(await findFreePort()),
    TURNOUT_DATA_DIR: dataDir,
    TURNOUT_DEMO: "1",
    RATE_LIMIT_SCALE: "0",
  });
  Object.assign(process.env, readRunning(dataDir));
  return async () => {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

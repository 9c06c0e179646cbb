import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { runOffice } from "../bench/office/run-office";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { readSettings, startProduct } from "./start-product";

test.setTimeout(360_000);

test("an office behind one address registers, signs in and works a door while somebody else sends halves of requests", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-office-"));
  const PORT = String(await findFreePort());
  const product = await startProduct({
    PORT,
    TURNOUT_DATA_DIR: dataDir,
    TURNOUT_DEMO: "1",
    RATE_LIMIT_SCALE: "1",
    LOG_LEVEL: "error",
  });
  const settings = readSettings(dataDir);
  const sql = postgres(settings.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const { refused, admitted, halfSent, waits } = await runOffice({
      url: `http://127.0.0.1:${PORT}`,
      mailUrl: settings.SES_ENDPOINT ?? "",
      sql,
      registrations: 120,
      signIns: 120,
      rushSeconds: 15,
      phones: 20,
      admissionsPerSecond: 6,
      seconds: 15,
      halfSent: 500,
      tell: () => {},
    });
    expect(refused).toEqual([]);
    expect(halfSent.odd).toEqual([]);
    expect(admitted).toBe(90);
    expect(waits.get("registration")).toHaveLength(120);
    expect(waits.get("sign-in by password")).toHaveLength(60);
    expect(waits.get("sign-in by code")).toHaveLength(60);
  } finally {
    await sql.end();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { makeEvent } from "./make-event";
import { type StartedProduct, startProduct } from "./start-product";

const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-two-processes-"));
let product: StartedProduct | undefined;
let baseURL = "";

test.setTimeout(240_000);

test.beforeAll(async () => {
  const PORT = String(await findFreePort());
  baseURL = `http://localhost:${PORT}`;
  const settings = { PORT, TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "1", RATE_LIMIT_SCALE: "0", WEB_PROCESSES: "2" };
  product = await startProduct(settings);
});

test.afterAll(async () => {
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("a change is on every page of both processes a second later", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL });
  const event = await makeEvent(request, { summary: "Round 0" });
  // Each connection goes to the next process.
  const ask = async () => (await fetch(`${baseURL}${event.path}`, { headers: { connection: "close" } })).text();
  for (let round = 1; round <= 5; round++) {
    await Promise.all(Array.from({ length: 8 }, ask));
    await event.change({ summary: `Round ${round}` });
    await sleep(1_000);
    const pages = await Promise.all(Array.from({ length: 12 }, ask));
    expect(pages.filter((page) => !page.includes(`Round ${round}`))).toEqual([]);
  }
});

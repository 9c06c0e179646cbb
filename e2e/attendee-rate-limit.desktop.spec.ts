import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { makeEvent, registerGuest } from "./make-event";
import { type StartedProduct, startProduct } from "./start-product";

// The product of the other specs has its limits switched off.
const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-limited-"));
let product: StartedProduct | undefined;
let baseURL = "";

test.setTimeout(240_000);

test.beforeAll(async () => {
  const PORT = String(await findFreePort());
  baseURL = `http://localhost:${PORT}`;
  product = await startProduct({ PORT, TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "1", RATE_LIMIT_SCALE: "0.1" });
});

test.afterAll(async () => {
  await product?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("whoever registers too often reads when to try again, and what was typed stays", async ({
  browser,
  playwright,
}) => {
  const request = await playwright.request.newContext({ baseURL });
  const event = await makeEvent(request, { capacity: 5 });
  await registerGuest(request, event, { email: "eager@example.org" });
  const refused = await request.post("/api/registrations", {
    data: { eventId: event.id, name: "Eager", email: "eager@example.org" },
  });
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers()["ratelimit-limit"]).toBe("150");

  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Eager Beaver");
  await page.getByLabel("E-mail").fill("eager@example.org");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /Try again in \d+ seconds/ })).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Eager Beaver");
  await expect(page.getByLabel("E-mail")).toHaveValue("eager@example.org");
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type APIRequestContext,
  type BrowserContext,
  chromium,
  expect,
  type Page,
  request,
  test,
} from "@playwright/test";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { catchVerdict, noteVerdicts } from "./catch-verdict";
import { openDoorEvent } from "./door-event";
import { startScanning, typeCode, verdict } from "./door-phone";
import { installFakeCamera } from "./fake-camera";
import { findChromium } from "./find-chromium";
import { demoPassword } from "./fixtures";
import { commandOf, descendantsOf } from "./process-tree";
import { type StartedProduct, startProduct } from "./start-product";

// A door whose server dies or hangs, while the phone's browser believes that it is on line.
test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

const folder = mkdtempSync(path.join(tmpdir(), "turnout-away-"));
const settings = { TURNOUT_DATA_DIR: path.join(folder, "data"), TURNOUT_DEMO: "1", RATE_LIMIT_SCALE: "0", PORT: "" };
let product: StartedProduct;
let api: APIRequestContext;

test.beforeAll(async () => {
  settings.PORT = String(await findFreePort());
  product = await startProduct(settings);
  api = await request.newContext({ baseURL: `http://localhost:${settings.PORT}` });
});

test.afterAll(async () => {
  await api.dispose();
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser whose storage outlives it, as a phone's does. */
async function openPhone(name: string): Promise<{ phone: BrowserContext; page: Page }> {
  const phone = await chromium.launchPersistentContext(path.join(folder, name), {
    executablePath: findChromium(),
    baseURL: `http://localhost:${settings.PORT}`,
    viewport: { width: 390, height: 844 },
  });
  const page = phone.pages()[0] ?? (await phone.newPage());
  await noteVerdicts(page);
  await installFakeCamera(page);
  return { phone, page };
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in?step=password");
  await page.getByLabel("E-mail").fill("organizer@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

test("40 scans survive a killed server, a killed browser and a restart, and make exactly 40 rows", async () => {
  const event = await openDoorEvent(api);
  const guests = [];
  for (let index = 0; index < 40; index++) guests.push(await event.register(`Guest ${index}`));
  const { phone, page } = await openPhone("killed");
  await signIn(page);
  await startScanning(page, event.id);

  await product.stop();
  for (const [index, guest] of guests.entries()) {
    await typeCode(page, guest.reference);
    await catchVerdict(page, "admitted", guest.name);
    await expect(page.getByText(`${index + 1} in / 40`).first()).toBeVisible();
  }
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  await expect(page.getByText("Offline · 40 waiting")).toBeVisible();
  await page.goto("chrome://crash").catch(() => {});
  await phone.close();

  const again = await openPhone("killed");
  await again.page.goto(`/door/${event.id}`);
  await expect(again.page.getByText("40 waiting")).toBeVisible();
  await expect(again.page.getByText("40 in / 40").first()).toBeVisible();
  product = await startProduct(settings);
  await expect(again.page.getByText("waiting")).toBeHidden({ timeout: 60_000 });
  const scans = await event.log();
  expect(scans).toHaveLength(40);
  expect(new Set(scans.map(({ name }) => name)).size).toBe(40);
  expect(scans.every(({ isStanding, isOffline }) => isStanding && isOffline)).toBe(true);
  await again.phone.close();
});

test("a server that hangs holds up no verdict, the page opens without it, and it takes over again by itself", async () => {
  const event = await openDoorEvent(api);
  const ada = await event.register("Ada Lovelace");
  const ben = await event.register("Ben Weiß");
  const { phone, page } = await openPhone("hung");
  await signIn(page);
  await startScanning(page, event.id);

  const web = descendantsOf(product.pid).filter((pid) => /next|server\.js/.test(commandOf(pid)));
  expect(web.length).toBeGreaterThan(0);
  for (const pid of web) process.kill(pid, "SIGSTOP");
  try {
    await typeCode(page, ada.reference);
    await expect(verdict(page, "admitted")).toContainText("Ada Lovelace", { timeout: 1_000 });
    await expect(page.getByText("Offline · 1 waiting")).toBeVisible();
    await page.reload();
    await expect(page.getByText("1 waiting")).toBeVisible();
    await typeCode(page, ben.reference);
    await expect(verdict(page, "admitted")).toContainText("Ben Weiß", { timeout: 1_000 });
  } finally {
    for (const pid of web) process.kill(pid, "SIGCONT");
  }
  await expect(page.getByText("waiting")).toBeHidden({ timeout: 60_000 });
  expect((await event.log()).map(({ verdict: said }) => said)).toEqual(["admitted", "admitted"]);
  await phone.close();
});

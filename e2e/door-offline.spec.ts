import type { Page } from "@playwright/test";
import { catchVerdict } from "./catch-verdict";
import { openDoorEvent } from "./door-event";
import { startScanning, typeCode, verdict } from "./door-phone";
import { expect, test } from "./door-test";
import { holdStill, holdUp, installFakeCamera } from "./fake-camera";

const chip = (page: Page) => page.getByRole("status").filter({ hasText: /Live|Offline|Sending/ });

test("in flight mode scanning, search, undo and walk-ins go on, and all of it is settled on return", async ({
  page,
  event,
  context,
}) => {
  test.slow();
  const ada = await event.register("Ada Lovelace", "Research");
  await event.register("Zoë Ångström");
  const gone = await event.register("Cleo Cancelled");
  await event.cancel(gone);
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await context.setOffline(true);

  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await expect(verdict(page, "admitted")).toBeHidden();
  await holdUp(page, gone.code);
  await expect(verdict(page, "cancelled")).toContainText("Cleo Cancelled");
  await page.getByRole("button", { name: "Next" }).click();
  await holdUp(page, null);
  await expect(chip(page)).toContainText("Offline · 2 waiting");
  await expect(page.getByText("1 in / 2").first()).toBeVisible();

  await page.getByRole("button", { name: "Find a name" }).click();
  await page.getByLabel("Name", { exact: true }).fill("ang");
  await page.getByRole("button", { name: /Zoë Ångström/ }).click();
  await catchVerdict(page, "admitted", "Zoë Ångström");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("1 in / 2").first()).toBeVisible();

  await page.getByRole("button", { name: "Add walk-in" }).click();
  await page.getByLabel("Full name").fill("Wanda Walker");
  await page.getByLabel("E-mail").fill(`wanda-${crypto.randomUUID()}@example.org`);
  await page.getByRole("button", { name: "Let in" }).click();
  await catchVerdict(page, "provisional", "Wanda Walker");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(chip(page)).toContainText("5 waiting");

  await page.reload();
  await expect(chip(page)).toContainText("5 waiting");
  await typeCode(page, ada.reference);
  await expect(verdict(page, "already_checked_in")).toContainText("Ada Lovelace");
  await page.getByRole("button", { name: "Next" }).click();

  await context.setOffline(false);
  await expect(chip(page)).toContainText("Live");
  await expect(page.getByText("2 in / 3").first()).toBeVisible();
  const scans = await event.log();
  const standing = scans.filter((scan) => scan.isStanding).map((scan) => scan.name);
  expect(standing.sort()).toEqual(["Ada Lovelace", "Wanda Walker"]);
  expect(scans.filter((scan) => scan.name === "Zoë Ångström")).toMatchObject([
    { verdict: "admitted", isStanding: false },
  ]);
  expect(scans.filter((scan) => scan.name === "Cleo Cancelled")).toMatchObject([{ verdict: "cancelled" }]);
});

test("a ticket issued after the last sync is let in provisionally, once, and gets its name on return", async ({
  page,
  event,
  context,
}) => {
  await event.register("Ada Lovelace");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await context.setOffline(true);
  const late = await event.register("Lena Late");
  await holdUp(page, late.code);
  await catchVerdict(page, "provisional", "Not on list");
  await expect(verdict(page, "provisional")).toContainText(/list is of \d\d:\d\d/);
  await holdUp(page, null);
  await context.setOffline(false);
  await catchVerdict(page, "admitted", "Lena Late");
  await expect(page.getByText("1 in / 2").first()).toBeVisible();
});

test("a camera that is first started without network reads codes, also on a page loaded past the service worker", async ({
  page,
  event,
  context,
}) => {
  const ada = await event.register("Ada Lovelace");
  await installFakeCamera(page);
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("Works without network")).toBeVisible();
  const browser = await context.newCDPSession(page);
  await browser.send("Page.reload", { ignoreCache: true });
  await expect(page.getByText("Works without network")).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Start scanning" }).click();
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
});

test("a list that comes before a slow disk has answered is not forgotten over it", async ({ page, event, context }) => {
  const ada = await event.register("Ada Lovelace");
  await page.addInitScript(() => {
    const listen = IDBOpenDBRequest.prototype.addEventListener;
    IDBOpenDBRequest.prototype.addEventListener = function (type: string, heard: EventListener) {
      listen.call(this, type, type === "success" ? (event) => setTimeout(heard, 2_000, event) : heard);
    };
  });
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("Works without network")).toBeVisible();
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await context.setOffline(true);
  await typeCode(page, ada.reference);
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await expect(page.getByText("1 in / 1").first()).toBeVisible();
});

test("no forged, altered, cut, foreign or mistyped code gets in without network", async ({
  page,
  event,
  context,
  request,
}) => {
  test.slow();
  const ada = await event.register("Ada Lovelace");
  const other = await openDoorEvent(request, "The right event");
  const stranger = await other.register("Somebody Else");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await context.setOffline(true);

  const altered = `${ada.code.slice(0, 50)}${ada.code[50] === "x" ? "y" : "x"}${ada.code.slice(51)}`;
  const forged = `${ada.code.slice(0, 24)}${stranger.code.slice(24)}`;
  for (const code of [altered, forged, ada.code.slice(0, 90), `${ada.code}A`]) {
    await holdUp(page, code);
    await expect(verdict(page, "not_a_ticket")).toContainText("Unknown");
    await holdUp(page, null);
    await page.getByRole("button", { name: "Next" }).click();
  }
  await holdUp(page, stranger.code);
  await expect(verdict(page, "wrong_event")).toContainText("This ticket is for The right event.");
  await page.getByRole("button", { name: "Next" }).click();
  await typeCode(page, "0000 0000");
  await expect(verdict(page, "not_a_ticket")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByText("0 in / 1").first()).toBeVisible();
  await context.setOffline(false);
  await expect(chip(page)).toContainText("Live");
  expect((await event.log()).filter((scan) => scan.isStanding)).toEqual([]);
});

test("a phone whose clock is ten minutes off settles its scans at the right time", async ({ page, event, context }) => {
  const ada = await event.register("Ada Lovelace");
  await page.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + 600_000;
  });
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("Works without network")).toBeVisible();
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await context.setOffline(true);
  const before = Date.now();
  await typeCode(page, ada.reference);
  await catchVerdict(page, "admitted");
  const after = Date.now();
  await context.setOffline(false);
  await expect(chip(page)).toContainText("Live");
  const [scan] = await event.log();
  const scannedMs = Date.parse(scan?.scannedAt ?? "");
  expect(scannedMs).toBeGreaterThan(before - 3_000);
  expect(scannedMs).toBeLessThan(after + 3_000);
});

test("a new version of the service worker loses no waiting scan and does not interrupt", async ({
  page,
  event,
  context,
}) => {
  test.slow();
  const ada = await event.register("Ada Lovelace");
  const ben = await event.register("Ben Weiß");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await page.route("**/api/checkin", (route) => route.abort());
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await expect(chip(page)).toContainText("1 waiting");
  // The browser first looks whether the present script has changed, at its lowest priority: frames could keep it from that for minutes.
  await holdStill(page);
  // A new script at another address is to a browser what a deployed update is: it installs, and takes over.
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    await navigator.serviceWorker.register("/door-worker.js?next", { scope: "/" });
    await controlled;
  });
  await holdUp(page, ben.code);
  await catchVerdict(page, "admitted", "Ben Weiß");
  await expect(chip(page)).toContainText("2 waiting");
  await context.setOffline(true);
  await page.reload();
  await expect(chip(page)).toContainText("2 waiting");
  await page.unroute("**/api/checkin");
  await context.setOffline(false);
  await expect(chip(page)).toContainText("Live");
  expect((await event.log()).map((scan) => scan.verdict)).toEqual(["admitted", "admitted"]);
});

test("a browser that keeps nothing more says so, and its scans are sent all the same", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await page.route("**/api/checkin", (route) => route.abort());
  await typeCode(page, ada.reference);
  await catchVerdict(page, "admitted");
  await expect(page.getByText("This phone keeps nothing more")).toBeVisible();
  await expect(page.getByText("1 scan is in memory only")).toBeVisible();
  await page.unroute("**/api/checkin");
  await expect(chip(page)).toContainText("Live");
  await expect(page.getByText("This phone keeps nothing more")).toBeHidden();
  expect(await event.log()).toMatchObject([{ verdict: "admitted", isStanding: true }]);
});

test("a list that the browser has cleared is noticed and fetched again", async ({ page, event }) => {
  await event.register("Ada Lovelace");
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await page.goto("/door");
  await page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase("turnout-door").onsuccess = resolve)));
  await page.route("**/api/checkin/roster*", (route) => route.abort());
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("The browser has cleared this phone’s list")).toBeVisible();
  await page.unroute("**/api/checkin/roster*");
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await expect(page.getByText("The browser has cleared this phone’s list")).toBeHidden();
});

test("no address is kept on the phone but that of a walk-in until it is sent", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await page.goto(`/door/${event.id}`);
  await typeCode(page, ada.reference);
  await catchVerdict(page, "admitted");
  const email = `wanda-${crypto.randomUUID()}@example.org`;
  await page.route("**/api/checkin/walk-ins", (route) => route.abort());
  await page.getByRole("button", { name: "Add walk-in" }).click();
  await page.getByLabel("Full name").fill("Wanda Walker");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Let in" }).click();
  await expect(chip(page)).toContainText("1 waiting");
  expect((await keptText(page)).match(/[\w.-]+@[\w.-]+/g)).toEqual([email]);
  await page.unroute("**/api/checkin/walk-ins");
  await expect(chip(page)).toContainText("Live");
  expect(await keptText(page)).toContain("Wanda Walker");
  expect(await keptText(page)).not.toContain("@");
});

/** Everything in the door's database, as text. */
function keptText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const settled = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await settled(indexedDB.open("turnout-door"));
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(
      stores.map((name) => settled(database.transaction(name).objectStore(name).getAll())),
    );
    database.close();
    return JSON.stringify(rows);
  });
}

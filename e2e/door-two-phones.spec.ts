import type { Browser, Page } from "@playwright/test";
import { catchVerdict, noteVerdicts } from "./catch-verdict";
import { openDoorEvent } from "./door-event";
import { startScanning, typeCode, verdict } from "./door-phone";
import { installFakeCamera } from "./fake-camera";
import { expect, test } from "./fixtures";

type SignIn = (email: string, page?: Page) => Promise<void>;

async function openPhone(browser: Browser, signIn: SignIn, eventId: string, gate: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn("organizer@demo.test", page);
  await noteVerdicts(page);
  await installFakeCamera(page);
  await page.goto(`/door/${eventId}`);
  await page.getByLabel("Your gate").fill(gate);
  await startScanning(page, eventId);
  return { context, page };
}

test("what one gate does the others show", async ({ browser, request, signIn }) => {
  test.slow();
  const event = await openDoorEvent(request);
  const ada = await event.register("Ada Lovelace");
  const north = await openPhone(browser, signIn, event.id, "North gate");
  const south = await openPhone(browser, signIn, event.id, "South gate");
  await typeCode(north.page, ada.reference);
  await expect(south.page.getByText("1 in / 1").first()).toBeVisible();
  await typeCode(south.page, ada.reference);
  await expect(verdict(south.page, "already_checked_in")).toContainText(/In since \d\d:\d\d, North gate, by \S+/);
  await south.page.getByRole("button", { name: "Next" }).click();
  await south.page.getByRole("button", { name: /1 in \/ 1/ }).click();
  await expect(south.page.getByRole("dialog")).toContainText("North gate1");

  const late = await event.register("Lena Late");
  await expect(south.page.getByText("1 in / 2").first()).toBeVisible();
  await event.cancel(late);
  await expect(south.page.getByText("1 in / 1").first()).toBeVisible();
  await north.context.close();
  await south.context.close();
});

test("the same ticket on two phones without network is one check-in and one conflict, the earliest stands", async ({
  browser,
  request,
  signIn,
}) => {
  test.slow();
  const event = await openDoorEvent(request);
  const ada = await event.register("Ada Lovelace");
  const north = await openPhone(browser, signIn, event.id, "North gate");
  const south = await openPhone(browser, signIn, event.id, "South gate");
  for (const { context, page } of [north, south]) {
    await context.setOffline(true);
    await typeCode(page, ada.reference);
    await catchVerdict(page, "admitted");
    await expect(page.getByText("1 waiting")).toBeVisible();
  }
  // The later phone is back first, and yet the earlier admission stands in the end.
  await south.context.setOffline(false);
  await expect(south.page.getByText("1 waiting")).toBeHidden();
  await north.context.setOffline(false);
  await expect(north.page.getByText("1 waiting")).toBeHidden();
  const scans = await event.log();
  expect(scans).toHaveLength(2);
  expect(scans.filter((scan) => scan.isStanding)).toMatchObject([{ gate: "North gate" }]);
  await expect(south.page.getByText("1 in / 1").first()).toBeVisible();

  await typeCode(south.page, ada.reference);
  await expect(verdict(south.page, "already_checked_in")).toContainText("North gate");
  await north.context.close();
  await south.context.close();
});

import type { Page } from "@playwright/test";
import { catchVerdict, noteVerdicts } from "./catch-verdict";
import { startScanning, typeCode } from "./door-phone";
import { expect, test } from "./door-test";
import { installFakeCamera } from "./fake-camera";

test("a helper scans by a link under their own name and gate, and a lost phone forgets everybody", async ({
  page,
  event,
  browser,
  baseURL,
}) => {
  test.slow();
  const ada = await event.register("Ada Lovelace");
  const ben = await event.register("Ben Weiß");
  await page.goto(`/manage/${event.id}/door`);
  await page.getByLabel("Gate (optional)").fill("North gate");
  await page.getByRole("button", { name: "Make a door link" }).click();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const phone = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const door = await phone.newPage();
  await noteVerdicts(door);
  await installFakeCamera(door);
  await door.goto(link);
  await door.getByLabel("Your name").fill("Mia");
  await door.getByRole("button", { name: "Open the door" }).click();
  await door.waitForURL(`**/door/${event.id}`);
  await startScanning(door, event.id);
  await expect(door.getByText("Mia · North gate")).toBeVisible();
  await typeCode(door, ada.reference);
  await catchVerdict(door, "admitted");
  await expect.poll(async () => (await event.log()).map(({ gate }) => gate)).toEqual(["North gate"]);

  await door.route("**/api/checkin", (route) => route.abort());
  await typeCode(door, ben.reference);
  await expect(door.getByText("1 waiting")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Shut out Mia’s phone" }).click();
  await expect(page.getByRole("button", { name: "Shut out Mia’s phone" })).toBeHidden();
  await door.unroute("**/api/checkin");
  await expect(door.getByText("This phone has no access any more")).toBeVisible();
  await expect(door.getByText("1 scan is kept here")).toBeVisible();
  expect(await countKept(door)).toEqual({ people: 0, log: 0, facts: 0, waiting: 1 });
  await door.getByRole("button", { name: "Find a name" }).click();
  await door.getByLabel("Name", { exact: true }).fill("ada");
  await expect(door.getByText("Nobody on the list has that name.")).toBeVisible();
  await phone.close();
});

function countKept(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const settled = <Value>(asked: IDBRequest<Value>) =>
      new Promise<Value>((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    const database = await settled(indexedDB.open("turnout-door"));
    const stores = [...database.objectStoreNames];
    const counts = stores.map(async (name) => [
      name,
      await settled(database.transaction(name).objectStore(name).count()),
    ]);
    const found = Object.fromEntries(await Promise.all(counts));
    database.close();
    return found;
  });
}

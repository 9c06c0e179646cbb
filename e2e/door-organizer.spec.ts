import { expect, test } from "./door-test";
import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";

test("a helper's phone comes in by a link, and a lost one is shut out", async ({ page, event, browser, baseURL }) => {
  test.slow();
  const ada = await event.register("Ada Lovelace", "Research");
  await page.goto(`/manage/${event.id}/door`);
  await expectAccessible(page, "nothing yet");
  await page.getByLabel("Gate (optional)").fill("North gate");
  await page.getByRole("button", { name: "Make a door link" }).click();
  await expect(page.getByRole("img", { name: "QR code of the door link for North gate" })).toBeVisible();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const phone = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const door = await phone.newPage();
  await door.goto(link);
  await expect(door.getByRole("heading", { name: "Door test" })).toBeVisible();
  await expectAccessible(door, "door link");
  await door.getByRole("button", { name: "Open the door" }).click();
  await expect(door.getByText("Enter a name.").first()).toBeVisible();
  await door.getByLabel("Your name").fill("Mia");
  await door.getByRole("button", { name: "Open the door" }).click();
  await door.waitForURL(`**/door/${event.id}`);
  const scan = { scanId: crypto.randomUUID(), ticket: ada.code, scannedAt: new Date() };
  const sent = await door.evaluate(
    async (body) => {
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch("/api/checkin", { method: "POST", headers, body: JSON.stringify(body) });
      return { status: answer.status, body: await answer.json() };
    },
    { eventId: event.id, scans: [scan], waiting: 3 },
  );
  expect(sent).toMatchObject({ status: 200, body: { results: [{ verdict: "admitted", name: "Ada Lovelace" }] } });

  // Another phone let her in as well, without network.
  await event.send("POST", "/api/checkin", {
    eventId: event.id,
    scans: [{ ...scan, scanId: crypto.randomUUID(), device: "Side", gate: "Side door", offline: true, letIn: true }],
  });
  await page.reload();
  await expect(page.getByText("Let in twice with one ticket")).toBeVisible();
  await expect(page.getByText("3 scans wait")).toBeVisible();
  await expect(page.getByText("1 in, 1 registered")).toBeVisible();
  await expectAccessible(page, "with a conflict");
  await page.getByRole("button", { name: "Settle the conflict about Ada Lovelace" }).click();
  await expect(page.getByText("Let in twice with one ticket")).toBeHidden();

  await page.getByRole("button", { name: "Shut out Mia’s phone" }).click();
  await expect(page.getByRole("button", { name: "Shut out Mia’s phone" })).toBeHidden();
  await door.goto(link);
  await expect(door.getByRole("heading", { name: "This door link has ended" })).toBeVisible();
  await expectAccessible(door, "ended");
  await door.goto(`/door/${event.id}`);
  await expect(door.getByRole("heading", { name: "This door link has ended" })).toBeVisible();

  await page.getByRole("button", { name: "Revoke the link for North gate and its phones" }).click();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeHidden();
  await page.goto(`/manage/${event.id}/door/list`);
  // A phone has no room for the departments; the paper has.
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("row", { name: /Ada Lovelace.*Research/ })).toBeVisible();
  await page.emulateMedia({ media: null });
  await expectAccessible(page, "the list to print");
  await expectNoSidewaysScroll(page);
  await page.goto(`/manage/${event.id}/door`);
  await expectNoSidewaysScroll(page);
  await phone.close();
});

import { catchVerdict } from "./catch-verdict";
import { openDoorEvent } from "./door-event";
import { listenToDoor, startScanning, typeCode, typeLikeScanner, verdict } from "./door-phone";
import { expect, test } from "./door-test";
import { holdUp, installFakeCamera } from "./fake-camera";

test("codes held up one after the other each get their verdict, hands free", async ({ page, event, request }) => {
  test.slow();
  const other = await openDoorEvent(request, "The right event");
  const ada = await event.register("Ada Lovelace", "Research");
  const ben = await event.register("Ben Weiß");
  const gone = await event.register("Cleo Cancelled");
  await event.cancel(gone);
  const stranger = await other.register("Somebody Else");

  await installFakeCamera(page);
  await startScanning(page, event.id);
  const said = await listenToDoor(page);

  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted", "Come in");
  await expect.poll(said).toContain("Come in: Ada Lovelace. Research");
  await expect(verdict(page, "admitted")).toBeHidden();
  await expect(page.getByText("1 in / 2").first()).toBeVisible();

  await holdUp(page, gone.code);
  await expect(verdict(page, "cancelled")).toContainText("Cleo Cancelled");

  // The next code interrupts a refusal that nobody dismissed.
  await holdUp(page, stranger.code);
  await expect(verdict(page, "wrong_event")).toContainText("This ticket is for The right event.");
  await expect(verdict(page, "wrong_event")).not.toContainText("Somebody");

  const forged = `${ben.code.slice(0, 50)}${ben.code[50] === "x" ? "y" : "x"}${ben.code.slice(51)}`;
  await holdUp(page, forged);
  await expect(verdict(page, "not_a_ticket")).toContainText("Unknown");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(verdict(page, "not_a_ticket")).toBeHidden();

  await holdUp(page, "https://example.org/menu");
  await expect(page.getByText("Not a ticket", { exact: true }).last()).toBeVisible();
  await expect(verdict(page, "not_a_ticket")).toBeHidden();

  await holdUp(page, ben.code);
  await catchVerdict(page, "admitted", "Ben Weiß");
  await holdUp(page, null);
  await expect(page.getByText("2 in / 2").first()).toBeVisible();

  // The phone counts at once; the server has it a moment later.
  await expect
    .poll(async () => (await event.log()).map((scan) => scan.verdict))
    .toEqual(["admitted", "not_a_ticket", "wrong_event", "cancelled", "admitted"]);
});

test("a code is muted while it stays in view, and a second visit says since when", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByLabel("Your gate").fill("North gate");
  await page.getByRole("button", { name: "Start scanning" }).click();
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted");
  await expect(verdict(page, "admitted")).toBeHidden();
  await page.waitForTimeout(2_000);
  expect(await event.log()).toHaveLength(1);
  await holdUp(page, null);
  await page.waitForTimeout(5_200);
  await holdUp(page, ada.code);
  await expect(verdict(page, "already_checked_in")).toContainText(/In since \d\d:\d\d, North gate/);
  await page.waitForTimeout(1_500);
  await expect(verdict(page, "already_checked_in")).toBeVisible();
});

test("undo takes the last person back, and the code admits again at once", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted");
  await holdUp(page, null);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone")).toBeVisible();
  await expect(page.getByText("0 in / 1").first()).toBeVisible();
  await holdUp(page, ada.code);
  await catchVerdict(page, "admitted");
});

test("a typed code and a found name check in as a scan does", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  const zoe = await event.register("Zoë Ångström", "People");
  await page.goto(`/door/${event.id}`);

  await page.getByRole("button", { name: "Type a code" }).click();
  await page.getByLabel("Ticket code").fill("123");
  await page.getByRole("button", { name: "Check in" }).click();
  await expect(page.getByText("The code has eight letters and digits")).toBeVisible();
  await page.getByLabel("Ticket code").fill(`${ada.reference.slice(0, 4).toLowerCase()} ${ada.reference.slice(4)}`);
  await page.getByRole("button", { name: "Check in" }).click();
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await expect(verdict(page, "admitted")).toBeHidden();

  await page.getByRole("button", { name: "Find a name" }).click();
  await page.getByLabel("Name", { exact: true }).fill("ang");
  await page.getByRole("button", { name: /Zoë Ångström/ }).click();
  await catchVerdict(page, "admitted", "Zoë Ångström");
  await expect(page.getByText("2 in / 2").first()).toBeVisible();
  await expect.poll(async () => (await event.log()).map((scan) => scan.name)).toEqual([zoe.name, ada.name]);
});

test("a code light on dark is read, one damaged beyond its correction is not, a little damage is mended", async ({
  page,
  event,
}) => {
  const ada = await event.register("Ada Lovelace");
  const ben = await event.register("Ben Weiß");
  const cleo = await event.register("Cleo Torn");
  await installFakeCamera(page);
  await startScanning(page, event.id);
  await holdUp(page, ada.code, { isInverted: true });
  await catchVerdict(page, "admitted", "Ada Lovelace");
  await holdUp(page, ben.code, { blot: 0.12 });
  await catchVerdict(page, "admitted", "Ben Weiß");
  await expect(verdict(page, "admitted")).toBeHidden();
  await holdUp(page, cleo.code, { blot: 0.45 });
  await page.waitForTimeout(2_000);
  await expect(page.locator("[data-verdict]")).toBeHidden();
  await expect(page.getByText("2 in / 3").first()).toBeVisible();
});

test("a hand scanner that types checks in from anywhere on the page", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  const gone = await event.register("Cleo Cancelled");
  await event.cancel(gone);
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("2 people are on this device")).toBeVisible();
  await typeLikeScanner(page, gone.code);
  await expect(verdict(page, "cancelled")).toContainText("Cleo Cancelled");
  // The scanner's Enter does not press the button that has the focus; its code interrupts.
  await typeLikeScanner(page, ada.code);
  await catchVerdict(page, "admitted", "Ada Lovelace");
});

test("whoever may lets somebody in against the list, with a reason that is recorded", async ({ page, event }) => {
  const gone = await event.register("Cleo Cancelled");
  await event.cancel(gone);
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await typeCode(page, gone.reference);
  await page.getByRole("button", { name: "Let in anyway" }).click();
  await page.getByRole("button", { name: "Let in", exact: true }).click();
  await expect(page.getByText("Write why, in a few words.")).toBeVisible();
  await page.getByLabel("Why").fill("A speaker");
  await page.getByRole("button", { name: "Let in", exact: true }).click();
  await catchVerdict(page, "admitted", "Let in anyway: A speaker");
  await expect(page.getByText("1 in / 1").first()).toBeVisible();
  await expect.poll(async () => (await event.log()).map((scan) => scan.verdict)).toEqual(["admitted", "cancelled"]);
});

test("an admission is taken back from the log, also after the ten seconds", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  await typeCode(page, ada.reference);
  await expect(page.getByText("1 in / 1").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeHidden({ timeout: 15_000 });
  await page.getByRole("button", { name: "Log" }).click();
  await page.getByRole("button", { name: "Undo Ada Lovelace" }).click();
  await expect(page.getByRole("dialog").getByText("Undone")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("0 in / 1").first()).toBeVisible();
  await expect.poll(async () => (await event.log()).map((scan) => scan.isStanding)).toEqual([false]);
});

test("a camera that is refused or missing is explained, and names and codes still work", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await page.addInitScript(() => {
    let refusals = 0;
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException("no", refusals++ === 0 ? "NotAllowedError" : "NotFoundError");
    };
  });
  await page.goto(`/door/${event.id}`);
  await page.getByRole("button", { name: "Start scanning" }).click();
  await expect(page.getByText("The camera is not allowed")).toBeVisible();
  await page.getByRole("button", { name: "Start scanning" }).click();
  await expect(page.getByText("No camera found")).toBeVisible();
  await page.getByRole("button", { name: "Type a code" }).click();
  await page.getByLabel("Ticket code").fill(ada.reference);
  await page.keyboard.press("Enter");
  await catchVerdict(page, "admitted");
});

test("the log shows every scan and takes any check-in back", async ({ page, event }) => {
  const ada = await event.register("Ada Lovelace");
  await event.send("POST", "/api/checkin", {
    eventId: event.id,
    scans: [{ scanId: crypto.randomUUID(), ticket: ada.code, scannedAt: new Date(), gate: "South gate" }],
  });
  await page.goto(`/door/${event.id}/log`);
  await expect(page.getByRole("listitem").filter({ hasText: "Ada Lovelace" })).toContainText("South gate");
  await page.getByRole("button", { name: "Undo the check-in of Ada Lovelace" }).click();
  await expect(page.getByText(/^Undone .* by /)).toBeVisible();
  await expect(page.getByRole("button", { name: /Undo/ })).toBeHidden();
  expect(await event.log()).toMatchObject([{ verdict: "admitted", isStanding: false }]);
});

test("a door is found by its staff and does not exist for others", async ({ page, request, signIn }) => {
  const event = await openDoorEvent(request);
  await page.goto(`/door/${event.id}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn("attendee1@demo.test");
  expect((await page.goto(`/door/${event.id}`))?.status()).toBe(404);
  expect((await page.goto("/door/no-such-event"))?.status()).toBe(404);
  expect((await page.goto(`/door/${event.id}/log`))?.status()).toBe(404);
  await page.goto("/door");
  await expect(page.getByText("No door is yours yet")).toBeVisible();
});

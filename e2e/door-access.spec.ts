import { openDoorEvent } from "./door-event";
import { listenToDoor } from "./door-phone";
import { expect, test } from "./door-test";
import { expectAccessible } from "./expect-accessible";
import { holdUp, installFakeCamera } from "./fake-camera";

test("the door can be used by everybody", async ({ page, event, request }) => {
  test.slow();
  const ada = await event.register("Ada Lovelace", "Research");
  const gone = await event.register("Cleo Cancelled");
  await event.cancel(gone);
  await installFakeCamera(page);

  await page.goto("/door");
  await expectAccessible(page, "doors");
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("people are on this device")).toBeVisible();
  await expect(page.getByText("Works without network")).toBeVisible();
  await expectAccessible(page, "before the start");
  await page.getByRole("button", { name: "Start scanning" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expectAccessible(page, "scanning");

  await holdUp(page, ada.code);
  await expect(page.getByText("Ada Lovelace").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectAccessible(page, "after an admission");
  await holdUp(page, gone.code);
  await expect(page.locator('[data-verdict="cancelled"]')).toBeVisible();
  await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
  await expectAccessible(page, "denied");
  await holdUp(page, null);
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeHidden();

  await page.getByRole("button", { name: "Type a code" }).click();
  await page.getByLabel("Ticket code").fill(ada.reference);
  await expectAccessible(page, "typing a code");
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-verdict="already_checked_in"]')).toBeVisible();
  await expectAccessible(page, "already in");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeHidden();
  await page.getByRole("button", { name: "Find a name" }).click();
  await page.getByLabel("Name", { exact: true }).fill("ad");
  await expect(page.getByRole("button", { name: /Ada Lovelace/ })).toBeVisible();
  await expectAccessible(page, "finding a name");
  await page.keyboard.press("Escape");
  for (const [button, state] of [
    ["Add walk-in", "adding a walk-in"],
    ["Log", "the phone's log"],
    [/show gates/, "the gates"],
  ] as const) {
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(page, state);
    await page.keyboard.press("Escape");
  }
  const stranger = await (await openDoorEvent(request, "The right event")).register("Somebody Else");
  await holdUp(page, stranger.code);
  await expect(page.locator('[data-verdict="wrong_event"]')).toBeVisible();
  await expectAccessible(page, "wrong event");
  await page.keyboard.press("Enter");

  await page.goto(`/door/${event.id}/log`);
  await expectAccessible(page, "the log");
  await page.goto(`/door/${event.id}/by-hand?q=ada`);
  await expectAccessible(page, "by hand");
});

test("everything that is tapped at the door is large and within reach", async ({ page, event }) => {
  await installFakeCamera(page);
  await page.goto(`/door/${event.id}`);
  await page.getByRole("button", { name: "Start scanning" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  for (const button of await page.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.height ?? 0, await button.innerText()).toBeGreaterThanOrEqual(56);
  }
  await page.setViewportSize({ width: 320, height: 480 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("the keyboard alone starts, searches, checks in, undoes and dismisses, and each verdict is spoken", async ({
  page,
  event,
}) => {
  await event.register("Ada Lovelace", "Research");
  await page.goto(`/door/${event.id}`);
  await expect(page.getByText("1 person is on this device")).toBeVisible();
  const said = await listenToDoor(page);
  const press = async (name: string) => {
    for (let tabs = 0; tabs < 20; tabs++) {
      await page.keyboard.press("Tab");
      const focused = page.locator("*:focus");
      // After the last one the browser's own controls have their turn.
      if ((await focused.count()) === 0) continue;
      if ((await focused.getAttribute("aria-label")) === name || (await focused.innerText()).trim() === name) break;
    }
    await page.keyboard.press("Enter");
  };
  await press("Find a name");
  await page.keyboard.type("ada");
  await expect(page.getByRole("button", { name: /Ada Lovelace/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(said).toContain("Come in: Ada Lovelace. Research");
  await press("Find a name");
  await page.keyboard.type("ada");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(said).toContainEqual(expect.stringMatching(/^Already in: Ada Lovelace\. In since \d\d:\d\d/));
  await expect(page.getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-verdict]")).toBeHidden();
  await press("Log");
  await expect(page.getByRole("dialog")).toBeVisible();
  await press("Undo Ada Lovelace");
  await expect(page.getByRole("dialog").getByText("Undone")).toBeVisible();
});

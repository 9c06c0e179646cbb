import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

test("cancelling takes two taps and is undone with one", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 2 });
  const { path } = await registerGuest(request, event, { email: freshEmail() });
  await page.goto(path);
  await page.getByText("I can’t come").click();
  await page.getByRole("button", { name: "Cancel my registration" }).click();
  await expect(page.getByText("Your registration is cancelled")).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Your seat is yours again.")).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
  expect(await event.guests()).toMatchObject([{ status: "confirmed" }]);
});

test("a seat given away meanwhile can't be taken back, and the line gets it", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1 });
  const { path } = await registerGuest(request, event, { email: freshEmail() });
  const next = freshEmail();
  await registerGuest(request, event, { email: next });
  await page.goto(path);
  await page.getByText("I can’t come").click();
  await page.getByRole("button", { name: "Cancel my registration" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("you are back in line")).toBeVisible();
  await expect(page.getByText("No. 1 in line")).toBeVisible();
  const seated = (await event.guests()).filter(({ status }) => status === "confirmed");
  expect(seated).toMatchObject([{ email: next }]);
});

test("opening a ticket changes nothing and tells nobody its address", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request);
  const { path } = await registerGuest(request, event, { email: freshEmail() });
  for (let visit = 0; visit < 2; visit++) expect((await request.get(path)).status()).toBe(200);
  expect(await event.guests()).toMatchObject([{ status: "confirmed" }]);
  await page.goto(path);
  await expect(page.locator("meta[name=referrer]")).toHaveAttribute("content", "same-origin");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  const letter = path.at(-1) === "A" ? "B" : "A";
  expect((await page.goto(path.slice(0, -1) + letter))?.status()).toBe(404);
});

test("the code fills the screen for the door, and goes away again", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request);
  const { path } = await registerGuest(request, event, { email: freshEmail(), name: "Grace Hopper" });
  await page.goto(path);
  await page.getByRole("button", { name: "Show at the door" }).click();
  const sheet = page.getByRole("dialog", { name: "Ticket for the door" });
  await expect(sheet.getByText("Grace Hopper")).toBeVisible();
  const box = await sheet.getByRole("img").boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(300);
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toBeHidden();
});

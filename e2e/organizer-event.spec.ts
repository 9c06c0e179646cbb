import { expect, test } from "./fixtures";
import { makeEvent } from "./make-event";

test.beforeEach(({ signIn }) => signIn("organizer@demo.test"));

const title = (word: string) => `${word} ${Date.now().toString(36)} ${process.pid}`;

test("three fields make a published event", async ({ page }) => {
  const name = title("Three fields");
  await page.goto("/manage");
  await page.getByRole("link", { name: "New event" }).filter({ visible: true }).first().click();
  await expect(page.getByLabel("Time zone of the place")).toHaveValue("Europe/Berlin");
  await page.getByLabel("Title").fill(name);
  await page.getByLabel("Starts").fill("2031-06-03T18:00");
  await expect(page.getByLabel("Ends")).toHaveValue("2031-06-03T20:00");
  await page.getByLabel("Where").fill("Hall 2");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.waitForURL(/\/manage\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Tue 3 Jun 2031, 18:00–20:00 CEST")).toBeVisible();
  await page.getByRole("link", { name: "View page" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});

test("faults are summed up, the focus goes there, and what was typed stays", async ({ page }) => {
  await page.goto("/manage/events/new");
  await page.getByLabel("Where").fill("مرحبا 🎉 <b>bold</b>");
  await page.getByLabel("Starts").fill("2031-03-30T02:30");
  await page.getByLabel("Ends").fill("2031-03-30T01:00");
  await page.getByText("Seats and registration").click();
  await page.getByLabel("Seats", { exact: true }).fill("many");
  await page.getByText("Seats and registration").click();
  await page.getByRole("button", { name: "Publish" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([
    "Give the event a title.",
    /^02:30 does not exist on that day in Europe\/Berlin: the clocks go from 02:00 to 03:00/,
    /^Capacity is a whole number/,
  ]);
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByLabel("Where")).toHaveValue("مرحبا 🎉 <b>bold</b>");
  await summary.getByRole("link", { name: /^Capacity/ }).click();
  await expect(page.getByLabel("Seats", { exact: true })).toBeFocused();

  await page.getByLabel("Title").fill(title("Faults"));
  await page.getByLabel("Starts").fill("2031-03-30T03:30");
  await page.getByLabel("Ends").fill("2031-03-30T03:00");
  await page.getByLabel("Seats", { exact: true }).fill("40");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(summary).toContainText("The end must come after the start.");
});

test("Enter in a field saves a draft and publishes nothing", async ({ page }) => {
  await page.goto("/manage/events/new");
  await page.getByLabel("Starts").fill("2031-06-03T18:00");
  await page.getByLabel("Title").fill(title("By Enter"));
  await page.getByLabel("Title").press("Enter");
  await page.waitForURL(/\/manage\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Draft", { exact: true }).first()).toBeVisible();
});

test("questions come, go and are kept", async ({ page, request }) => {
  const event = await makeEvent(request, { isDraft: true });
  await page.goto(`/manage/${event.id}/edit`);
  await page.getByText("Questions at registration").click();
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Which meal?");
  await page.getByLabel("Answer", { exact: true }).selectOption("One of several");
  await page.getByLabel("Choices").fill("Only one");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "at least two choices" })).toBeFocused();
  await page.getByLabel("Choices").fill("Everything\nVegan");
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("textbox", { name: "Question" }).nth(1).fill("A mistake");
  await page.getByRole("button", { name: "Remove" }).nth(1).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await page.getByText("Questions at registration").click();
  await expect(page.getByRole("textbox", { name: "Question" })).toHaveValue("Which meal?");
  await expect(page.getByLabel("Choices")).toHaveValue("Everything\nVegan");
});

test("the second of two editors is told, keeps what was typed, and overwrites only on purpose", async ({
  page,
  context,
  request,
}) => {
  const event = await makeEvent(request);
  await page.goto(`/manage/${event.id}/edit`);
  const other = await context.newPage();
  await other.goto(`/manage/${event.id}/edit`);
  await page.getByLabel("Where").fill("First");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

  await other.getByLabel("Where").fill("Second");
  const stale = other.getByRole("alert").filter({ hasText: "Somebody changed this event" });
  for (const press of [1, 2]) {
    await other.getByRole("button", { name: "Save changes" }).click();
    await expect(stale, `press ${press}`).toBeFocused();
    await expect(other.getByLabel("Where")).toHaveValue("Second");
  }
  const stored = async () => (await (await request.get(`/api/events/${event.id}`)).json()).venue;
  expect(await stored()).toBe("First");
  await other.getByRole("button", { name: "Save mine over it" }).click();
  await expect(other.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  expect(await stored()).toBe("Second");
});

test("seats taken are never taken away", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 5 });
  for (const name of ["Ada", "Grace"])
    await request.post("/api/registrations", { data: { eventId: event.id, name, email: freshEmail() } });
  await page.goto(`/manage/${event.id}/edit`);
  await page.getByText("Seats and registration").click();
  await page.getByLabel("Seats", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "2 seats are taken already" })).toBeFocused();
});

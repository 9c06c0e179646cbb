import { expect, test } from "./fixtures";

test.use({ javaScriptEnabled: false });

test("an event is made, edited, published, copied and cancelled without scripts", async ({
  page,
  signIn,
  freshEmail,
}) => {
  const name = `No script ${Date.now().toString(36)} ${process.pid}`;
  await signIn("organizer@demo.test");
  await page.goto("/manage/events/new");
  await page.getByLabel("Title").fill(name);
  await page.getByRole("button", { name: "Save as draft" }).click();
  await expect(page.getByRole("alert")).toContainText("Say when the event starts.");
  await expect(page.getByLabel("Title")).toHaveValue(name);
  await page.getByLabel("Starts").fill("2031-06-03T18:00");
  await page.getByLabel("Time zone of the place").selectOption("Europe/Berlin");
  await page.getByText("Questions at registration").click();
  await page.getByRole("textbox", { name: "Question" }).first().fill("What do you eat?");
  await page.getByRole("button", { name: "Save as draft" }).click();
  await page.waitForURL(/\/manage\/[0-9a-f-]{36}$/);
  const home = page.url();

  await page.goto(`${home}/edit`);
  await expect(page.getByLabel("Ends")).toHaveValue("2031-06-03T20:00");
  await page.getByText("Questions at registration").click();
  await expect(page.getByRole("textbox", { name: "Question" }).first()).toHaveValue("What do you eat?");
  await page.getByLabel("Where").fill("Hall 2");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("status")).toContainText("Saved.");

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published", { exact: true })).toBeVisible();

  await page.goto(`${home}/team`);
  await page.getByRole("textbox", { name: "E-mail" }).fill(freshEmail("helper"));
  await page.getByText("Organizer", { exact: true }).last().click();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByRole("status")).toContainText("An invitation is on its way");
  await page.getByRole("button", { name: /^Remove helper/ }).click();
  await expect(page.getByText(/^helper-/)).toHaveCount(0);

  await page.locator("summary[aria-label='More actions']").click();
  await page.getByRole("link", { name: "Duplicate…" }).click();
  await page.getByLabel("The copy starts").fill("2031-07-01T09:00");
  await page.getByRole("button", { name: "Duplicate" }).click();
  await page.waitForURL(/\/edit$/);
  await expect(page.getByLabel("Ends")).toHaveValue("2031-07-01T11:00");
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();

  await page.goto(`${home}/cancel`);
  await page.getByLabel("Reason").fill("The hall is flooded.");
  await page.getByRole("button", { name: "Cancel the event" }).click();
  await page.waitForURL(home);
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
});

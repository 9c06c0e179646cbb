import { expect, test } from "./fixtures";
import { attend, openSurveyEvent } from "./survey-event";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody who was there answers once, and the organizer sees it", async ({ page, request, freshEmail }) => {
    const event = await openSurveyEvent(request, [
      { id: "room", label: "How was the room?", kind: "rating", required: true },
      { id: "again", label: "Would you come again?", kind: "choice", required: false, options: ["Yes", "No"] },
    ]);
    const guest = await attend(event, freshEmail());
    await page.goto(guest.surveyPath);
    await page.getByLabel(/keep/).fill("The back rows <b>could not</b> hear.");
    await page.getByRole("button", { name: "Send my answers" }).click();

    await expect(page.getByRole("alert")).toContainText("Choose a rating from 1 to 5.");
    await expect(page.getByLabel(/keep/)).toHaveValue("The back rows <b>could not</b> hear.");

    await page.getByRole("radio", { name: "5 Great" }).check();
    await page
      .getByRole("group", { name: /recommend/ })
      .getByRole("radio", { name: "9" })
      .check();
    await page.getByRole("radio", { name: "Yes" }).check();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByRole("alert")).toContainText("How was the room?");
    await page.getByRole("group", { name: "How was the room?" }).getByRole("radio", { name: "4" }).check();
    await page.getByRole("button", { name: "Send my answers" }).click();
    await expect(page.getByRole("heading", { name: "Thank you, your answers are in" })).toBeVisible();

    await page.goto(guest.surveyPath);
    await expect(page.getByRole("heading", { name: "Thank you, your answers are in" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Send my answers" })).toBeHidden();
    expect(await event.results()).toMatchObject({ responses: 1, averageRating: null, nps: null, comments: 1 });
  });

  test("opening a link that names a score only fills it in", async ({ page, request, freshEmail }) => {
    const event = await openSurveyEvent(request);
    const guest = await attend(event, freshEmail());
    for (let opened = 0; opened < 2; opened++) await page.goto(`${guest.surveyPath}?rating=4&nps=8`);
    await expect(page.getByRole("radio", { name: "4 Good" })).toBeChecked();
    expect(await event.results()).toMatchObject({ responses: 0 });
  });
});

test("every way of not being asked says why", async ({ page, request, freshEmail }) => {
  const event = await openSurveyEvent(request);
  const absent = await event.register(freshEmail());
  await page.goto(absent.surveyPath);
  await expect(page.getByRole("heading", { name: "This survey is for those who were there" })).toBeVisible();
  const guest = await attend(event, freshEmail());
  await event.setWindow(1, 2);
  await page.goto(guest.surveyPath);
  await expect(page.getByRole("heading", { name: "The survey has not opened yet" })).toBeVisible();
  await event.setWindow(-2, -1);
  await page.goto(guest.surveyPath);
  await expect(page.getByRole("heading", { name: "The survey has closed" })).toBeVisible();
  const forged = await page.goto(`/surveys/${"A".repeat(64)}`);
  expect(forged?.status()).toBe(404);
});

test("the targets of both scales are large enough for a thumb", async ({ page, request, freshEmail }) => {
  const event = await openSurveyEvent(request);
  await page.goto((await attend(event, freshEmail())).surveyPath);
  for (const radio of await page.getByRole("radio").all()) {
    const box = await radio.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
});

test("with scripts the thanks take the focus", async ({ page, request, freshEmail }) => {
  const event = await openSurveyEvent(request);
  await page.goto((await attend(event, freshEmail())).surveyPath);
  await page.getByRole("radio", { name: "3 Okay" }).check();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Thank you" })).toBeFocused();
});

import { expect, test } from "./fixtures";
import { answerByFour, attend, openSurveyEvent } from "./survey-event";

test("an organizer asks a question of their own and reads the answers", async ({
  page,
  request,
  signIn,
  freshEmail,
}) => {
  const event = await openSurveyEvent(request);
  const guest = await attend(event, freshEmail());
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/survey`);
  await expect(page.getByRole("heading", { name: "No answers yet" })).toBeVisible();
  await page.getByRole("link", { name: "Questions and dates" }).click();
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByLabel("Question", { exact: true }).fill("What did you miss?");
  await page.getByRole("button", { name: "Save the survey" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  await page.goto(guest.surveyPath);
  await page.getByRole("radio", { name: "4 Good" }).check();
  await page.getByLabel(/What did you miss/).fill("Coffee & <script>tea</script>");
  await page.getByLabel(/keep/).fill("قهوة من فضلك 🙏");
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByRole("heading", { name: "Thank you, your answers are in" })).toBeVisible();

  await answerByFour(request, event, 4);
  await page.goto(`/manage/${event.id}/survey`);
  await expect(page.getByText("4.0 of 5 on average. 5 responses from 5 who were there, 100 %.")).toBeVisible();
  await expect(page.getByText("قهوة من فضلك 🙏")).toBeVisible();
  await page.getByRole("link", { name: /What did you miss/ }).click();
  await expect(page.getByText("Coffee & <script>tea</script>")).toBeVisible();
});

test("dates that make no sense are named, and what was typed is kept", async ({ page, request, signIn }) => {
  const event = await openSurveyEvent(request);
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/survey/edit`);
  await page.getByLabel(/Opens/).fill("2031-03-30T02:30");
  await page.getByLabel(/Closes/).fill("2031-03-29T10:00");
  await page.getByRole("button", { name: "Save the survey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "02:30 does not exist on that day",
  );
  await page.getByLabel(/Opens/).fill("2031-03-30T12:00");
  await page.getByRole("button", { name: "Save the survey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toContainText(
    "The survey must close after it opens.",
  );
  await expect(page.getByLabel(/Closes/)).toHaveValue("2031-03-29T10:00");
});

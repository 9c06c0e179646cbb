import type { APIRequestContext } from "@playwright/test";
import { expectAccessible } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { attend, openSurveyEvent } from "./survey-event";

/** The latest event whose survey many have answered, however many events other tests have made since. */
async function findAnswered(request: APIRequestContext): Promise<{ eventId: string }> {
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await (await request.get(`/api/dashboard?limit=100${cursor && `&cursor=${cursor}`}`)).json();
    const answered = page.items.find(({ responses }: { responses: number }) => responses > 20);
    if (answered) return answered;
    cursor = page.nextCursor;
  }
  throw new Error("no event of the demo data has many answers");
}

test("the dashboards and the survey's pages", async ({ page, request, signIn }) => {
  const { id } = await openSurveyEvent(request);
  await signIn("organizer@demo.test");
  const answered = await findAnswered(page.request);
  for (const path of [`${answered.eventId}`, `${answered.eventId}/survey`, id, `${id}/survey`, `${id}/survey/edit`]) {
    await page.goto(`/manage/${path}`);
    await expectAccessible(page);
  }
  await page.getByRole("button", { name: "Add a question" }).click();
  await page.getByRole("button", { name: "Save the survey" }).click();
  await page.goto(`/manage/${answered.eventId}`);
  for (const table of await page.getByText("View as table").all()) await table.click();
  for (const meaning of await page.locator('summary[aria-label^="What "]').all()) await meaning.click();
  await expectAccessible(page);
});

test("the survey in all its states", async ({ page, request, freshEmail }) => {
  const event = await openSurveyEvent(request, [
    { id: "room", label: "How was the room?", kind: "rating", required: true },
    { id: "again", label: "Would you come again?", kind: "choice", required: false, options: ["Yes", "No"] },
  ]);
  const absent = await event.register(freshEmail());
  await page.goto(absent.surveyPath);
  await expectAccessible(page);
  const guest = await attend(event, freshEmail());
  await page.goto(guest.surveyPath);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: "5 Great" }).check();
  await page.getByRole("group", { name: "How was the room?" }).getByRole("radio", { name: "4" }).check();
  await page.getByRole("button", { name: "Send my answers" }).click();
  await expect(page.getByText("Thank you, your answers are in")).toBeVisible();
  await expectAccessible(page);
});

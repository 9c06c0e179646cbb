import { expect, test } from "./fixtures";
import { attend, openSurveyEvent } from "./survey-event";

test("a registration and a scan show on an open dashboard by themselves", async ({
  page,
  request,
  signIn,
  freshEmail,
}) => {
  const event = await openSurveyEvent(request);
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}`);
  await expect(page.getByRole("heading", { name: "Nobody has registered yet", exact: true })).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const guest = await event.register(freshEmail());
  await expect(page.getByText("+1 today")).toBeVisible();
  await expect(page.getByText(/updated \d+ s ago$/)).toBeVisible();

  const scan = { scanId: crypto.randomUUID(), ticket: guest.code, scannedAt: new Date() };
  await event.send("POST", "/api/checkin", { eventId: event.id, scans: [scan] });
  await expect(page.getByText("1 of 1", { exact: true })).toBeVisible({ timeout: 4_000 });
  await expect(page.getByRole("figure").filter({ hasText: "Arrivals" })).toContainText("1 checked in");
});

test("the numbers are links to the people they count, and charts read as tables", async ({
  page,
  request,
  signIn,
  freshEmail,
}) => {
  const event = await openSurveyEvent(request);
  await event.register(freshEmail());
  await attend(event, freshEmail());
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}`);
  const href = (name: string | RegExp) => page.getByRole("link", { name }).first();
  await expect(href(/^2\s*no limit$/)).toHaveAttribute("href", `/manage/${event.id}/guests?status=confirmed`);
  await expect(href("0 cancelled")).toHaveAttribute("href", `/manage/${event.id}/guests?status=cancelled`);
  await page.getByRole("figure").filter({ hasText: "Registrations by day" }).getByText("View as table").click();
  await expect(page.getByRole("table", { name: "Registrations by day" }).getByRole("row").last()).toContainText("2");
  await page.goto(`/manage/${event.id}/guests?checkedIn=true`);
  await expect(page.getByText("Grace Hopper")).toHaveCount(1);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the dashboard stands complete in the page", async ({ page, request, signIn, freshEmail }) => {
    const event = await openSurveyEvent(request);
    await attend(event, freshEmail());
    await signIn("organizer@demo.test");
    await page.goto(`/manage/${event.id}`);
    await expect(page.getByText("1 of 1", { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Registrations by day" })).toBeVisible();
  });
});

test("a stranger gets the 404 page and no numbers", async ({ page, request, signIn }) => {
  const event = await openSurveyEvent(request);
  await signIn("organizer2@demo.test");
  for (const path of ["", "/survey", "/survey/edit"])
    expect((await page.goto(`/manage/${event.id}${path}`))?.status(), path).toBe(404);
  for (const path of ["/api/dashboard", "/api/dashboard/live", "/api/surveys/comments"])
    expect((await page.request.get(`${path}?eventId=${event.id}`)).status(), path).toBe(404);
});

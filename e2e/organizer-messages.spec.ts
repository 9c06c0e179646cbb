import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

test("an organizer previews, tests and sends a message, and sees whom it reached", async ({
  page,
  request,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request);
  const email = freshEmail();
  await registerGuest(request, event, { email });
  const subject = `Another room ${event.title}`;
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/messages`);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await page.getByLabel("Subject").fill(subject);
  await page.getByLabel("Message", { exact: true }).fill("We moved to **Hall 9**.");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.frameLocator("iframe");
  await expect(preview.getByRole("heading", { name: subject })).toBeVisible();
  await expect(preview.locator("strong")).toHaveText("Hall 9");
  await page.getByRole("button", { name: "Test to myself" }).click();
  await expect(page.getByText("A test is on its way to")).toBeVisible();
  expect((await latestMail("organizer@demo.test", subject)).text).toContain("We moved to Hall 9.");

  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/leaves in \d+ s/)).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveValue("");
  expect((await latestMail(email, subject)).text).toContain("We moved to Hall 9.");
  await expect(page.getByText("Sent to 1 person")).toBeVisible();
});

test("a message is recalled in its ten seconds, and one for later before its time", async ({
  page,
  request,
  signIn,
  freshEmail,
}) => {
  const event = await makeEvent(request);
  await registerGuest(request, event, { email: freshEmail() });
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/messages`);
  await page.getByLabel("Subject").fill("Too soon");
  await page.getByLabel("Message", { exact: true }).fill("Never mind.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("button", { name: "Recall “Too soon”" }).click();
  await expect(page.getByText("Recalled")).toBeVisible();

  await page.getByLabel("Subject").fill("See you");
  await page.getByLabel("Message", { exact: true }).fill("Bring a pen.");
  await page.getByText("Later", { exact: true }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Give a date and a time").first()).toBeVisible();
  await expect(page.getByLabel("Subject")).toHaveValue("See you");
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Later, at").fill(`${tomorrow}T09:00`);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("Scheduled")).toBeVisible();
  await page.getByRole("button", { name: "Recall “See you”" }).click();
  await expect(page.getByText("Recalled")).toHaveCount(2);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a message is previewed, sent and recalled, and what was typed is kept", async ({
    page,
    request,
    signIn,
    freshEmail,
  }) => {
    const event = await makeEvent(request);
    await registerGuest(request, event, { email: freshEmail() });
    await signIn("organizer@demo.test");
    await page.goto(`/manage/${event.id}/messages`);
    await page.getByLabel("Subject").fill("Hello");
    await page.getByLabel("Message", { exact: true }).fill("It is *soon*.");
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.frameLocator("iframe").locator("em")).toHaveText("soon");
    await expect(page.getByLabel("Subject")).toHaveValue("Hello");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("leaves at")).toBeVisible();
    await page.getByRole("button", { name: "Recall “Hello”" }).click();
    await expect(page.getByText("Recalled")).toBeVisible();
  });
});

test("the page of messages is accessible, and fits a narrow phone", async ({ page, request, signIn, freshEmail }) => {
  const event = await makeEvent(request);
  await registerGuest(request, event, { email: freshEmail() });
  await signIn("organizer@demo.test");
  await page.goto(`/manage/${event.id}/messages`);
  await page.getByLabel("Subject").fill("W".repeat(100));
  await page.getByLabel("Message", { exact: true }).fill("Hello.");
  await expectAccessible(page, "with a draft");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/leaves/)).toBeVisible();
  await expectAccessible(page, "with a message in its last seconds");
  await expectNoSidewaysScroll(page);
});

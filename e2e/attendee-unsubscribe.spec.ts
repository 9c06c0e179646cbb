import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { makeEvent, registerGuest } from "./make-event";

test("mails are declined in the mail program or on the page, and wanted again", async ({
  page,
  browser,
  request,
  playwright,
  signIn,
  freshEmail,
  latestMail,
}) => {
  const event = await makeEvent(request);
  const email = freshEmail();
  await registerGuest(request, event, { email });
  const organizer = await browser.newPage();
  await signIn("organizer@demo.test", organizer);
  await organizer.goto(`/manage/${event.id}/messages`);
  await organizer.getByLabel("Subject").fill(`News ${event.title}`);
  await organizer.getByLabel("Message", { exact: true }).fill("Bring a pen.");
  await organizer.getByRole("button", { name: "Send", exact: true }).click();
  const { headers } = await latestMail(email, `News ${event.title}`);
  const headerOf = (name: string) => headers.find(({ key }) => key === name)?.value ?? "";
  expect(headerOf("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const [, url = ""] = headerOf("list-unsubscribe").match(/<(https?:[^>]+)>/) ?? [];

  await page.goto(url);
  await expect(page).toHaveURL(/\/mail-preferences\//);
  await expect(page.getByRole("button", { name: "No more messages from organizers" })).toBeVisible();
  await expectAccessible(page);

  // The mail program knows no cookie and names no origin.
  const mailProgram = await playwright.request.newContext();
  for (const _press of [1, 2]) {
    const answer = await mailProgram.post(url, { form: { "List-Unsubscribe": "One-Click" } });
    expect(answer.status()).toBe(204);
  }
  await mailProgram.dispose();
  await page.reload();
  await expect(page.getByText("You get no more messages from organizers.")).toBeVisible();

  const messages = page.getByRole("checkbox", { name: /organizers/i });
  await expect(messages).not.toBeChecked();
  await messages.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "No more messages from organizers" }).click();
  await expect(page.getByText("You get no more messages from organizers.")).toBeVisible();
  await expectNoSidewaysScroll(page);
  await organizer.close();
});

test("an address that no mail has is not found", async ({ page }) => {
  const answer = await page.goto(`/mail-preferences/${"A".repeat(60)}`);
  expect(answer?.status()).toBe(404);
});

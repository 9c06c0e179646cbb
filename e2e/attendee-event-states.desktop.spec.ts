import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { inHours, makeEvent, registerGuest } from "./make-event";

const register = { name: "Register", exact: true } as const;

test("a draft is there for its team alone", async ({ page, request, signIn }) => {
  const draft = await makeEvent(request, { isDraft: true });
  expect((await page.goto(draft.path))?.status()).toBe(404);
  await signIn("organizer2@demo.test");
  expect((await page.goto(draft.path))?.status()).toBe(404);
  await page.context().clearCookies();
  await signIn("organizer@demo.test");
  await page.goto(draft.path);
  await expect(page.getByText("This is a draft")).toBeVisible();
  await expect(page.getByRole("button", register)).toBeHidden();
});

test("before it opens the page says when, and offers the form when the time has come, without being drawn anew", async ({
  page,
  request,
  freshEmail,
}) => {
  const event = await makeEvent(request, { registrationOpensAt: inHours(24) });
  await page.goto(event.path);
  await expect(page.getByRole("heading", { name: "Registration is not open yet" })).toBeVisible();
  await expect(page.getByText(/^2[34] h|^1 d 0 h/)).toBeVisible();
  await event.change({ registrationOpensAt: new Date(Date.now() + 4000).toISOString() });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Registration is not open yet" })).toBeVisible();
  const drawn = countDrawings(page);
  await expect(page.getByRole("button", register)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("Registration is open.")).toBeAttached();
  expect(drawn()).toBe(0);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", register).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
});

test("an opening that is put off is told anew", async ({ page, request }) => {
  const event = await makeEvent(request, { registrationOpensAt: new Date(Date.now() + 6000).toISOString() });
  await page.goto(event.path);
  await expect(page.getByText(/^0:0\d$/)).toBeVisible();
  await event.change({ registrationOpensAt: inHours(3) });
  await expect(page.getByText(/^2 h 59 min|^3 h/)).toBeVisible();
  await expect(page.getByRole("button", register)).toBeHidden();
});

test("the seats left follow what others do, and what was typed stays when the last one goes", async ({
  page,
  request,
  freshEmail,
}) => {
  const event = await makeEvent(request, { capacity: 2 });
  await page.goto(event.path);
  await expect(page.getByText("2 of 2 seats left")).toBeVisible();
  const drawn = countDrawings(page);
  await page.getByLabel("Name", { exact: true }).fill("Still typing");
  await registerGuest(request, event, { email: freshEmail() });
  await expect(page.getByText("1 of 2 seats left")).toBeVisible({ timeout: 15_000 });
  await registerGuest(request, event, { email: freshEmail() });
  await expect(page.getByRole("button", { name: "Join the waitlist" })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("You would be number 1 in line.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Still typing");
  expect(drawn()).toBe(0);
});

test("a seat that comes back to a full event without a line shows by itself", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1, waitlistEnabled: false });
  await registerGuest(request, event, { email: freshEmail() });
  await page.goto(event.path);
  await expect(page.getByRole("heading", { name: "This event is full" })).toBeVisible();
  await event.change({ capacity: 2 });
  await expect(page.getByText("1 of 2 seats left")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", register).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
});

test("a full event offers its line, with the place one would have", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1 });
  await registerGuest(request, event, { email: freshEmail() });
  await page.goto(event.path);
  await expect(page.getByText("You would be number 1 in line.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(page.getByRole("heading", { name: "You are on the waitlist" })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeHidden();
  await page.getByRole("link", { name: "Your place in line" }).click();
  await expect(page.getByText("No. 1 in line")).toBeVisible();
});

test("who takes the last seat of an event without a line sees the ticket", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1, waitlistEnabled: false });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", register).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expect(page.getByText("Full", { exact: true })).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeVisible();
});

test("full without a line, closed, and gone between looking and pressing", async ({ page, request, freshEmail }) => {
  const full = await makeEvent(request, { capacity: 1, waitlistEnabled: false });
  await page.goto(full.path);
  await registerGuest(request, full, { email: freshEmail() });
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", register).click();
  await expect(page.getByText("The last seat has just gone")).toBeVisible();
  await page.goto(full.path);
  await expect(page.getByRole("heading", { name: "This event is full" })).toBeVisible();

  const closed = await makeEvent(request, { registrationClosesAt: inHours(-1) });
  await page.goto(closed.path);
  await expect(page.getByRole("heading", { name: "Registration has closed" })).toBeVisible();
});

test("a cancelled event says so, why, and what becomes of the ticket", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request);
  const ticket = await registerGuest(request, event, { email: freshEmail() });
  await event.cancel("The speaker is ill.");
  await page.goto(event.path);
  await expect(page.getByText("The speaker is ill.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "This event will not take place" })).toBeVisible();
  await page.goto(ticket.path);
  await expect(page.getByText("The speaker is ill.")).toBeVisible();
  await expect(page.getByRole("img", { name: /QR/ })).toBeHidden();
});

test("afterwards those who were there find the survey", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, {
    startsAt: inHours(-1),
    endsAt: inHours(2),
    registrationClosesAt: inHours(2),
  });
  const ticket = await registerGuest(request, event, { email: freshEmail() });
  const absent = await registerGuest(request, event, { email: freshEmail() });
  await event.admit(ticket.code);
  await page.goto(ticket.path);
  await expect(page.getByText(/^Checked in .*, Gate A$/)).toBeVisible();
  await expect(page.getByText("I can’t come")).toBeHidden();

  await event.change({
    startsAt: inHours(-5),
    endsAt: new Date(Date.now() + 3000).toISOString(),
    registrationClosesAt: inHours(-4),
  });
  await expect(async () => {
    await page.goto(event.path);
    await expect(page.getByRole("heading", { name: "This event is over" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(absent.path);
  await expect(page.getByRole("link", { name: "Tell us how it was" })).toBeHidden();
  await page.goto(ticket.path);
  await page.getByRole("link", { name: "Tell us how it was" }).click();
  await page.waitForURL(/\/surveys\//);
});

test("what an organizer writes is text, and the time is told for both zones", async ({ page, request }) => {
  const title = `</script><script>document.title="pwned"</script> ${"Very long title ".repeat(9)}`.slice(0, 199);
  const event = await makeEvent(request, {
    ...{ title, summary: "<b>bold</b>", timezone: "America/New_York" },
    description: "# Big\n\n<img src=x onerror=alert(1)>\n\n[bad](javascript:alert(1)) **strong**",
  });
  await page.goto(event.path);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("</script>");
  await expect(page).not.toHaveTitle("pwned");
  await expect(page.getByText("<b>bold</b>").first()).toBeVisible();
  await expect(page.locator("article img[src=x]")).toHaveCount(0);
  await expect(page.locator("article strong", { hasText: "strong" })).toBeVisible();
  await expect(page.getByText(/your time$/)).toBeVisible();
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "");
  expect(data).toMatchObject({ "@type": "Event", name: title.trim() });
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${event.path}$`));
});

/** Counts how often the page has the server draw it or a part of it, from now on. */
function countDrawings(page: Page): () => number {
  let drawings = 0;
  page.on("request", (request) => {
    const { rsc, "next-router-prefetch": isAhead } = request.headers();
    if (request.isNavigationRequest() || (rsc && !isAhead)) drawings += 1;
  });
  return () => drawings;
}

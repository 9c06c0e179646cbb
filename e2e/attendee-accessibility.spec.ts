import { expectAccessible, expectNoSidewaysScroll } from "./expect-accessible";
import { expect, test } from "./fixtures";
import { mailedPathIn } from "./mailed-path";
import { inHours, makeEvent, registerGuest } from "./make-event";

// Each looks at several pages, and a look takes seconds on a busy machine.
test.slow();

test("the pages for everybody", async ({ page }) => {
  for (const path of [
    "/events",
    "/events?when=past",
    "/events?q=nothing-like-it",
    "/sign-in",
    "/sign-in?step=password",
    "/docs/api",
    "/mail",
  ]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("the pages of somebody signed in", async ({ page, signIn }) => {
  await signIn("attendee45@demo.test");
  for (const path of ["/registrations", "/registrations?when=past", "/profile"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.locator("summary[aria-label^=Account]").click();
  await expectAccessible(page);
});

test("an event before, while and after registering", async ({ page, request, freshEmail, latestMail }) => {
  const email = freshEmail();
  const event = await makeEvent(request, {
    capacity: 1,
    description: "## Programme\n\n- one\n- two\n\n> quoted `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    questions: [
      { id: "meal", label: "What do you eat?", kind: "choice", required: true, options: ["Everything", "Vegan"] },
      { id: "skill", label: "How well do you know it?", kind: "rating", required: false },
    ],
  });
  await page.goto(event.path);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByText("Vegan").click();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the ticket" }).click();
  await expect(page.getByRole("button", { name: "Show at the door" })).toBeVisible();
  await page.getByText("I can’t come").click();
  await expectAccessible(page);
  await page.goto(mailedPathIn(await latestMail(email, /You’re in/)));
  await page.getByText("Pass my ticket on").click();
  await page.getByRole("button", { name: "Pass the ticket on" }).click();
  await expect(page.getByText("There is a problem")).toBeVisible();
  await expectAccessible(page);
  // Who registered in this browser sees the ticket; somebody else, the waitlist.
  await page.goto(event.path);
  await expect(page.getByRole("heading", { name: "You are registered" })).toBeVisible();
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto(event.path);
  await expect(page.getByRole("button", { name: "Join the waitlist" })).toBeVisible();
  await expectAccessible(page);
});

test("a party, and events for others", async ({ page, request, freshEmail }) => {
  const party = await makeEvent(request, { guestsPerPerson: 2 });
  await page.goto(party.path);
  await page.getByText("Bring up to 2 guests").click();
  await expectAccessible(page);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByLabel("Name of guest 1").fill("Ben");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await page.getByRole("link", { name: "Open the ticket" }).click();
  await expect(page.getByRole("heading", { name: "Your guests" })).toBeVisible();
  await expectAccessible(page);
  for (const given of [
    { eligibility: "invitation" },
    { eligibility: "departments", eligibleDepartments: ["Research"] },
    { approval: "holds_seat" },
  ]) {
    await page.goto((await makeEvent(request, given)).path);
    await expectAccessible(page);
  }
});

test("an event that is not open, and one that was called off", async ({ page, request, freshEmail }) => {
  await page.goto((await makeEvent(request, { registrationOpensAt: inHours(5) })).path);
  await expectAccessible(page);
  const event = await makeEvent(request);
  const ticket = await registerGuest(request, event, { email: freshEmail() });
  await event.cancel("The speaker is ill.");
  for (const path of [event.path, ticket.path]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});

test("nothing scrolls sideways at 320 pixels, whatever the names", async ({ page, request, freshEmail }) => {
  const title = `Donaudampfschifffahrtsgesellschaft${"skapitän".repeat(12)} مرحبا`;
  const event = await makeEvent(request, { title, venue: "W".repeat(120), capacity: 3 });
  const ticket = await registerGuest(request, event, { email: freshEmail(), name: "ش".repeat(90) });
  for (const path of [
    "/events",
    `/events?q=${encodeURIComponent(title.slice(0, 40))}`,
    event.path,
    ticket.path,
    "/sign-in",
  ]) {
    await page.goto(path);
    await expectNoSidewaysScroll(page);
  }
});

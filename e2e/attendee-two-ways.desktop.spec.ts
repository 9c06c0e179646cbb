import type { Browser, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { inHours, type MadeEvent, makeEvent, registerGuest } from "./make-event";

const question = { id: "meal", label: "What do you eat?", kind: "choice", required: true, options: ["Fish", "Beans"] };

/**
 * What people come to, and how: an event, what is in the form, and what happens between looking and
 * pressing.
 */
type Case = {
  fields?: object;
  name?: string;
  email?: (fresh: string) => string;
  before?: (event: MadeEvent, fresh: string) => Promise<unknown>;
  between?: (event: MadeEvent) => Promise<unknown>;
};

// The two ways to send a form: by the script to the API, and by the browser to the server action.
async function sendBothWays(browser: Browser, baseURL: string, run: (page: Page) => Promise<string>) {
  const said: string[] = [];
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      baseURL,
      javaScriptEnabled,
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
    });
    said.push(await run(await context.newPage()));
    await context.close();
  }
  return said;
}

/** The words in the registration card, without what differs from one registration to the next. */
async function wordsIn(page: Page, email: string): Promise<string> {
  const words = await page.getByRole("complementary", { name: "Registration" }).innerText();
  return words
    .replaceAll(email, "EMAIL")
    .replaceAll(/[0-9A-Z]{4} [0-9A-Z]{4}/g, "REFERENCE")
    .replace(/Signed in\?\s+Show this page as yours/, "");
}

test("the form says the same with scripts and without, whatever comes of it", async ({
  browser,
  baseURL,
  request,
  freshEmail,
}) => {
  test.slow();
  const cases: Record<string, Case> = {
    "a seat": {},
    "the last seat of an event without a line": { fields: { capacity: 1, waitlistEnabled: false } },
    "a place in the line": {
      fields: { capacity: 1 },
      before: (event, fresh) => registerGuest(request, event, { email: `first-${fresh}` }),
    },
    "a request": { fields: { approval: "holds_seat" } },
    "registered already": { before: (event, fresh) => registerGuest(request, event, { email: fresh }) },
    "full in the meantime": {
      fields: { capacity: 1, waitlistEnabled: false },
      between: (event) => registerGuest(request, event, { email: freshEmail() }),
    },
    "closed in the meantime": { between: (event) => event.change({ registrationClosesAt: inHours(-1) }) },
    "called off in the meantime": { between: (event) => event.cancel("Rain") },
    "nothing filled in": { fields: { questions: [question] }, name: "", email: () => "" },
    "an address that is none": { email: () => "nobody" },
    "a question left out": { fields: { questions: [question] } },
  };
  for (const [
    what,
    { fields, name = "Ada Lovelace", email = (fresh: string) => fresh, before, between },
  ] of Object.entries(cases)) {
    const said = await sendBothWays(browser, baseURL ?? "", async (page) => {
      const event = await makeEvent(request, { ...fields });
      const address = email(freshEmail());
      await before?.(event, address);
      await page.goto(event.path);
      await page.getByLabel("Name", { exact: true }).fill(name);
      await page.getByLabel("E-mail").fill(address);
      await between?.(event);
      await page.getByRole("button", { name: /^(Register|Join the waitlist|Ask to come)$/ }).click();
      const outcome = page.getByRole("complementary").locator("[role=status], [role=alert], [data-result]").first();
      await expect(outcome, what).toBeVisible();
      return wordsIn(page, address || "EMAIL");
    });
    expect(said[0]?.split(/\s+/).filter(Boolean), what).toEqual(said[1]?.split(/\s+/).filter(Boolean));
  }
});

test("a press on the button is never lost to a hint about the address", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request);
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail().replace("example.org", "gmial.com"));
  const button = page.getByRole("button", { name: "Register", exact: true });
  const middleOf = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await button.boundingBox()) ?? {};
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  };
  const { x, y } = await middleOf();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(page.getByRole("button", { name: "@gmail.com" })).toBeVisible();
  expect(await middleOf()).toEqual({ x, y });
  await page.mouse.up();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  expect(await event.guests()).toHaveLength(1);
});

test("a session that ended meanwhile asks who it is, and keeps the answers", async ({
  page,
  request,
  signIn,
  freshEmail,
}) => {
  const event = await makeEvent(request, { questions: [question] });
  await signIn("attendee40@demo.test");
  await page.goto(event.path);
  await page.getByText("Beans").click();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You were signed out" })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByLabel("E-mail").fill(freshEmail());
  await expect(page.getByRole("radio", { name: "Beans" })).toBeChecked();
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
});

test("an event that moves while its page is open is shown anew, with a word about it, and what was typed stays", async ({
  page,
  request,
}) => {
  const event = await makeEvent(request, { capacity: 9 });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Still typing");
  await event.change({ title: `${event.title} (moved)`, venue: "Roof", startsAt: inHours(72), endsAt: inHours(74) });
  await expect(page.getByText("The organizer has just changed this event")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${event.title} (moved)`);
  await expect(page.getByText("Roof")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Still typing");
});

test("what was typed is there again after a reload, and gone once it was sent", async ({
  page,
  request,
  freshEmail,
}) => {
  const event = await makeEvent(request, { questions: [question] });
  await page.goto(event.path);
  await page.getByLabel("Name", { exact: true }).fill("Ada");
  await page.getByText("Fish").click();
  await page.reload();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ada");
  await expect(page.getByRole("radio", { name: "Fish" })).toBeChecked();
  await page.getByLabel("E-mail").fill(freshEmail());
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Register somebody else" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("");
});

test("an open ticket follows what happens to it", async ({ page, request, freshEmail }) => {
  const event = await makeEvent(request, { capacity: 1 });
  await registerGuest(request, event, { email: freshEmail() });
  const answer = await request.post("/api/registrations", {
    data: { eventId: event.id, name: "Mary Jackson", email: freshEmail() },
  });
  await page.goto(new URL((await answer.json()).pageUrl).pathname);
  await expect(page.getByText("No. 1 in line")).toBeVisible();
  await event.change({ capacity: 2 });
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "Show at the door" }).click();
  await expect(page.getByRole("dialog", { name: "Ticket for the door" })).toBeVisible();
});

test("a page that is open learns of what its reader did elsewhere", async ({ page, request, signIn }) => {
  const event = await makeEvent(request);
  await signIn("attendee39@demo.test");
  await page.goto(event.path);
  await expect(page.getByText("attendee39@demo.test").first()).toBeAttached();
  const other = await page.context().newPage();
  await other.goto(event.path);
  await other.getByRole("button", { name: "Register", exact: true }).click();
  await expect(other.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole("heading", { name: "You are registered" })).toBeVisible();
});

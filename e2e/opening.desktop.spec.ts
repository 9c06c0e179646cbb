import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { makeEvent } from "./make-event";

test.setTimeout(600_000);
// Thirty pages at once are load enough without a film of each.
test.use({ trace: "off", screenshot: "off" });

const people = 30;
const seats = 10;

test("an opening with thirty people at their pages: ten tickets, twenty places in line, and every page says the truth", async ({
  browser,
  request,
}) => {
  // Time enough for thirty pages to come before, by what one takes on this machine.
  const another = await makeEvent(request, { registrationOpensAt: new Date(Date.now() + 3_600_000).toISOString() });
  const startedAt = Date.now();
  await waitAtTheDoor(browser, another.path);
  const opensAt = new Date(Date.now() + 20_000 + 2 * people * (Date.now() - startedAt));
  const event = await makeEvent(request, { capacity: seats, registrationOpensAt: opensAt.toISOString() });
  const pages: Page[] = [];
  while (pages.length < people) pages.push(await waitAtTheDoor(browser, event.path));
  expect(Date.now(), "the pages were there before the opening").toBeLessThan(opensAt.getTime());

  await sleep(opensAt.getTime() - Date.now());
  const told = await Promise.all(pages.map((page, nth) => registerWhenOpen(page, nth)));
  const registered = told.filter(({ words }) => words === "in");
  const places = told.flatMap(({ words }) => (words === "in" ? [] : Number(words))).sort((left, right) => left - right);
  expect(registered).toHaveLength(seats);
  expect(places).toEqual(Array.from({ length: people - seats }, (_, nth) => nth + 1));
  const rows = await event.guests();
  expect(rows.filter(({ status }) => status === "confirmed")).toHaveLength(seats);
  expect(rows.filter(({ status }) => status === "waitlisted")).toHaveLength(people - seats);
  for (const { email, words } of told)
    expect(rows.find((row) => row.email === email)?.status).toBe(words === "in" ? "confirmed" : "waitlisted");
  await Promise.all(pages.map((page) => page.context().close()));
});

async function waitAtTheDoor(browser: Browser, path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "Registration is not open yet" })).toBeVisible();
  return page;
}

/** Under which address, and "in" or the place in the line that the page tells. The page opens by itself; whoever has it presses at once. */
async function registerWhenOpen(page: Page, nth: number): Promise<{ email: string; words: string }> {
  const button = page.getByRole("button", { name: /^(Register|Join the waitlist)$/ });
  await expect(button).toBeVisible({ timeout: 90_000 });
  await page.getByLabel("Name").fill(`Person ${nth}`);
  const email = `opening-${Date.now().toString(36)}-${nth}@example.org`;
  await page.getByLabel("E-mail").fill(email);
  await button.click();
  const outcome = page.getByRole("heading", { name: /You’re in|You are on the waitlist/ });
  await expect(outcome).toBeVisible({ timeout: 60_000 });
  if ((await outcome.textContent())?.includes("You’re in")) {
    await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
    return { email, words: "in" };
  }
  const words =
    (await page.getByText(/You are number \d+ in line/).textContent())?.match(/number (\d+)/)?.[1] ?? "none";
  return { email, words };
}

test("the countdown goes by the server's clock, also when the page's scripts come late", async ({ page, request }) => {
  const opensAt = Date.now() + 30 * 60_000;
  const event = await makeEvent(request, { registrationOpensAt: new Date(opensAt).toISOString() });
  const lateMs = 8_000;
  await page.route("**/*.js", async (route) => {
    await sleep(lateMs);
    await route.continue();
  });
  await page.goto(event.path, { waitUntil: "commit" });
  await expectCountdown(page, opensAt, lateMs / 2);
});

test("the countdown goes by the server's clock when the page is found unchanged", async ({ page, request }) => {
  const opensAt = Date.now() + 30 * 60_000;
  const event = await makeEvent(request, { registrationOpensAt: new Date(opensAt).toISOString() });
  const statuses: number[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.responseReceivedExtraInfo", ({ statusCode }) => statuses.push(statusCode));
  // Drawn while the database is slow, the same page comes in other pieces, and is new to the browser once.
  await expect(async () => {
    await page.goto(event.path);
    await sleep(8_000);
    statuses.length = 0;
    await page.reload();
    expect(statuses).toContain(304);
  }).toPass();
  await expectCountdown(page, opensAt, 4_000);
});

async function expectCountdown(page: Page, opensAt: number, withinMs: number): Promise<void> {
  const countdown = page.getByText(/^\d+:\d\d$/);
  await expect(countdown).toBeVisible();
  const [minutes, seconds] = ((await countdown.textContent()) ?? "").split(":");
  const leftMs = opensAt - Date.now();
  expect(Number(minutes) * 60_000 + Number(seconds) * 1000).toBeLessThan(leftMs + withinMs);
}

test("a page that counts down learns of an earlier opening, and of a cancellation", async ({
  page,
  request,
  context,
}) => {
  const inAnHour = { registrationOpensAt: new Date(Date.now() + 3_600_000).toISOString() };
  const [earlier, cancelled] = [await makeEvent(request, inAnHour), await makeEvent(request, inAnHour)];
  const other = await context.newPage();
  await page.goto(earlier.path);
  await other.goto(cancelled.path);
  for (const each of [page, other]) await expect(each.getByText(/^\d+:\d\d$/)).toBeVisible();
  await earlier.change({ registrationOpensAt: new Date(Date.now() - 1_000).toISOString() });
  await cancelled.cancel("No speakers");
  // A page that is out of sight asks nothing until it is looked at.
  await page.bringToFront();
  await expect(page.getByRole("button", { name: "Register" })).toBeVisible({ timeout: 90_000 });
  await other.bringToFront();
  await expect(other.getByText("No speakers")).toBeVisible({ timeout: 90_000 });
});

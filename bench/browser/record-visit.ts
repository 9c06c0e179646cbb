import type { BrowserContext, Page } from "@playwright/test";
import { listenToNetwork, type Network } from "./listen-to-network";
import type { Account } from "./mint-people";
import type { Known } from "./places";
import type { Recording, What, Who } from "./recording";
import { stepsOf } from "./steps-of";

type Visit = { who: Who; visitor: Account; event: { eventId: string; slug: string }; cookieName: string };

const word = "Lunch";
const reader = "r3ader7f2c";
const newsletter = `utm_source=newsletter&utm_content=${reader}`;
const quietMs = 500;
const longestPollMs = 25_000;

/** One person's whole visit in this browser, what they sent for each thing they did. */
export async function recordVisit(context: BrowserContext, visit: Visit): Promise<Recording[Who]> {
  const { who, visitor, event, cookieName } = visit;
  const page = await context.newPage();
  const network = await listenToNetwork(page);
  const recording: Recording[Who] = {};
  const eventPath = `/events/${event.slug}`;
  let ticketPath = "";

  await act("list", () => page.goto("/events"));
  await act("listReload", () => page.reload());
  await act("search", () => search(page));
  await act("listFromNewsletter", () => page.goto(`/events?${newsletter}`));
  await page.goto("/events");
  await act("eventFromList", () => page.locator("main a[href^='/events/']").first().click());
  await act("backToList", () => goBack(page));
  await act("event", () => page.goto(eventPath));
  await act("eventReload", () => page.reload());
  if (!who.includes("Without")) await act("live", () => waitForPoll(page));
  await act("eventFromNewsletter", () => page.goto(`${eventPath}?${newsletter}`));
  await act("registration", async () => {
    await register(page, network, visit);
    const href = await page.locator("a[href*='/tickets/']").first().getAttribute("href");
    ticketPath = new URL(href ?? "", page.url()).pathname;
  });
  await act("ticket", () => page.goto(ticketPath));
  await act("ticketReload", () => page.reload());
  await act("ticketFromMail", () => page.goto(`${ticketPath}?utm_source=mail&utm_content=${reader}`));
  if (visitor.session) {
    await act("registrations", () => page.goto("/registrations"));
    await act("registrationsReload", () => page.reload());
  }
  return recording;

  async function act(what: What, does: () => Promise<unknown>): Promise<void> {
    await network.take();
    const startedAt = performance.now();
    await does();
    await network.quiet(quietMs);
    const sent = (await network.take()).filter(({ url }) => url.origin === new URL(page.url()).origin);
    const ticket = ticketPath.split("/").at(-1) ?? "";
    const known: Known[] = [
      { place: "email", value: visitor.email },
      { place: "name", value: visitor.name },
      { place: "session", value: visitor.session },
      { place: "eventId", value: event.eventId },
      { place: "slug", value: event.slug },
      { place: "reader", value: reader },
      { place: "ticket", value: ticket },
      { place: "word", value: what === "search" ? word : "" },
    ];
    const cookies = await context.cookies();
    const sealed = cookies.filter(({ httpOnly, name }) => httpOnly && name !== cookieName).map(({ name }) => name);
    recording[what] = stepsOf(sent, { known, sealedCookies: sealed, startedAt });
  }

  /** Looks at the page until it asks by itself how things are. */
  async function waitForPoll(open: Page): Promise<void> {
    const asks = open.waitForRequest((sent) => sent.url().includes("/api/"), { timeout: longestPollMs });
    await asks.catch(() => {});
  }
}

async function search(page: Page): Promise<void> {
  const field = page.getByRole("searchbox").first();
  await field.fill(word);
  await field.press("Enter");
  await page.waitForURL(/[?&]q=/);
}

async function goBack(page: Page): Promise<void> {
  // Going back may end the script before it has answered.
  await page.evaluate(() => history.back()).catch(() => {});
  // A page that comes back from the browser's own memory loads nothing.
  await page.waitForURL(({ pathname }) => pathname === "/events", { waitUntil: "commit" });
}

async function register(page: Page, network: Network, { event, visitor }: Visit): Promise<void> {
  await page.goto(`/events/${event.slug}`);
  // Without scripts an event's page leads to the personal one, where there is one.
  const personal = page.locator("a[href*='me=1']").first();
  if (visitor.session && (await personal.isVisible())) await personal.click();
  await network.quiet(quietMs);
  const button = page.getByRole("button", { name: "Register", exact: true });
  await button.waitFor();
  if (!visitor.session) {
    await page.getByLabel("Name", { exact: true }).fill(visitor.name);
    await page.getByLabel("E-mail").fill(visitor.email);
  }
  await button.click();
  await page.getByRole("heading", { name: "You’re in" }).waitFor();
}

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { findChromium } from "./find-chromium";
import { demoPassword } from "./fixtures";
import { readRunning, startProduct } from "./start-product";

// Takes the README's pictures of the product as it is started, with its demo data: npm run screenshots
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "../docs/screenshots");
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

type Shot = { name: string; as?: string; path: (page: Page) => Promise<string> };

const underWay = (page: Page) => eventIdOf(page, "Made to last");

const shots: Shot[] = [
  { name: "events", path: async () => "/events" },
  { name: "event", path: async (page) => `/events/${(await eventOf(page, "Lunch talk")).slug}` },
  { name: "ticket", as: "attendee7@demo.test", path: registerForTicket },
  { name: "door", as: "organizer@demo.test", path: async (page) => `/door/${await underWay(page)}` },
  { name: "dashboard", as: "organizer@demo.test", path: async (page) => `/manage/${await underWay(page)}` },
];

const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-screenshots-"));
const product = await startProduct({
  PORT: String(await findFreePort()),
  TURNOUT_DATA_DIR: dataDir,
  TURNOUT_DEMO: "1",
  RATE_LIMIT_SCALE: "0",
});
const { TURNOUT_URL: baseURL } = readRunning(dataDir);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium() });
try {
  for (const size of ["phone", "desktop"] as const) {
    for (const theme of ["light", "dark"] as const) await takeAll(browser, size, theme);
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function takeAll(opened: Browser, size: keyof typeof sizes, theme: "light" | "dark"): Promise<void> {
  for (const { name, as, path: pathOf } of shots) {
    const context = await opened.newContext({
      baseURL,
      viewport: sizes[size],
      colorScheme: theme,
      locale: "en-GB",
      timezoneId: "Europe/Berlin",
    });
    const page = await context.newPage();
    if (as) await signIn(page, as);
    await page.goto(await pathOf(page));
    await page.waitForLoadState("networkidle", { timeout: 4_000 }).catch(() => {});
    await page.screenshot({ path: path.join(folder, `${name}-${size}-${theme}.png`) });
    await context.close();
  }
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?step=password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function eventOf(page: Page, title: string): Promise<{ id: string; slug: string }> {
  const { items } = await (await page.request.get(`/api/events?when=upcoming&q=${encodeURIComponent(title)}`)).json();
  return items[0];
}

async function eventIdOf(page: Page, title: string): Promise<string> {
  return (await eventOf(page, title)).id;
}

/** A ticket page: the person registers, or stands registered already. */
async function registerForTicket(page: Page): Promise<string> {
  const { id } = await eventOf(page, "Design systems");
  const headers = { Origin: new URL(page.url()).origin };
  const answer = await page.request.post("/api/registrations", { data: { eventId: id }, headers });
  return new URL((await answer.json()).ticket.url).pathname;
}

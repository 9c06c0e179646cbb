import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type APIRequestContext, type Browser, chromium, devices, type Page, request } from "@playwright/test";
import { openDoorEvent } from "./door-event";
import { holdUp, installFakeCamera } from "./fake-camera";
import { findChromium } from "./find-chromium";
import { demoPassword } from "./fixtures";
import setUp from "./global-setup";

// Takes the README's pictures of the running product: npm run screenshots.
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), "../docs/screenshots");

const screens = {
  phone: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

type Shot = {
  name: string;
  screen: keyof typeof screens;
  theme: "light" | "dark";
  open: (page: Page) => Promise<void>;
};

const stop = await setUp();
const baseURL = process.env.TURNOUT_URL ?? "";
const api = await request.newContext({ baseURL });
const browser = await chromium.launch({ executablePath: findChromium() });
try {
  mkdirSync(folder, { recursive: true });
  for (const shot of await planShots(api)) await take(browser, shot);
} finally {
  await browser.close();
  await api.dispose();
  await stop?.();
}

async function planShots(client: APIRequestContext): Promise<Shot[]> {
  const upcoming = await eventsOf(client, "published");
  const isUnderWay = (event: DemoEvent) => Date.parse(event.startsAt) < Date.now();
  const inviting = upcoming.find((event) => !isUnderWay(event) && event.seatsTaken > 10 && hasSeats(event));
  const lively = upcoming.find(isUnderWay);
  if (!inviting || !lively) throw new Error("The demo data has no fitting events.");
  const openTicket = async (page: Page) => {
    await signIn(page, "attendee1@demo.test");
    await page.goto("/registrations");
    await page
      .getByRole("link", { name: /ticket/i })
      .last()
      .click();
    await page.waitForURL("**/tickets/**");
  };
  const openDashboard = async (page: Page) => {
    await signIn(page, "organizer@demo.test");
    await page.goto(`/manage/${lively.id}`);
  };
  return [
    { name: "events", screen: "phone", theme: "light", open: visit("/events") },
    { name: "events", screen: "desktop", theme: "light", open: visit("/events") },
    { name: "event", screen: "phone", theme: "dark", open: visit(`/events/${inviting.slug}`) },
    { name: "event", screen: "desktop", theme: "light", open: visit(`/events/${inviting.slug}`) },
    { name: "ticket", screen: "phone", theme: "light", open: openTicket },
    { name: "door", screen: "desktop", theme: "light", open: scanAtTheDoor },
    { name: "dashboard", screen: "phone", theme: "dark", open: openDashboard },
    { name: "dashboard", screen: "desktop", theme: "light", open: openDashboard },
  ];
}

async function take(from: Browser, { name, screen, theme, open }: Shot): Promise<void> {
  const context = await from.newContext({ ...screens[screen], baseURL, colorScheme: theme, locale: "en-GB" });
  const page = await context.newPage();
  await open(page);
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}-${screen}-${theme}.png`), animations: "disabled" });
  await context.close();
}

type DemoEvent = { id: string; slug: string; startsAt: string; capacity: number | null; seatsTaken: number };

async function eventsOf(client: APIRequestContext, status: string): Promise<DemoEvent[]> {
  const answer = await client.get(`/api/events?status=${status}&limit=100`);
  return (await answer.json()).items;
}

function hasSeats({ capacity, seatsTaken }: DemoEvent): boolean {
  return capacity !== null && seatsTaken < capacity * 0.8;
}

function visit(url: string) {
  return async (page: Page) => void (await page.goto(url));
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in?step=password");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** A person's ticket held up to the camera, and what the screen says to it. */
async function scanAtTheDoor(page: Page): Promise<void> {
  const event = await openDoorEvent(api, "Winter party");
  const guests = [];
  for (const name of ["Amara Okafor", "Jonas Weber", "Mei-Ling Tan", "Lucía Fernández"]) {
    guests.push(await event.register(name, "Design"));
  }
  await installFakeCamera(page);
  await signIn(page, "organizer@demo.test");
  await page.goto(`/door/${event.id}`);
  await page.getByRole("button", { name: "Start scanning" }).click();
  await holdUp(page, guests[0]?.code ?? null);
  await page.getByText("Amara Okafor").first().waitFor();
}

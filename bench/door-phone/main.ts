import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { openDoorEvent } from "../../e2e/door-event";
import { installFakeCamera, modulesOf } from "../../e2e/fake-camera";
import { findChromium } from "../../e2e/find-chromium";
import { demoPassword } from "../../e2e/fixtures";
import { readRunning } from "../../e2e/start-product";
import { percentile } from "../percentile";
import { fillRoster } from "./fill-roster";
import { measureCode, type Sighting, watchReading } from "./measure-code";

// How long a code in view takes to be a verdict on the screen, with the processor slowed, against a product that runs already:
// bin/start, then BENCH_DATA_DIR=.turnout npm run bench:door-phone
const codes = 50;
const slowed = Number(process.env.BENCH_SLOWED ?? 6);
const people = 20_000;
const { TURNOUT_URL: baseURL } = readRunning(process.env.BENCH_DATA_DIR ?? ".turnout");

const browser = await chromium.launch({ executablePath: findChromium(), args: ["--enable-precise-memory-info"] });
try {
  const page = await openPhone(browser);
  const event = await openDoorEvent(page.request, "Door bench");
  const guests = [];
  for (let index = 0; index < codes; index++) guests.push(await event.register(`Guest ${index} Person`));
  await signIn(page);
  await installFakeCamera(page);
  await watchReading(page);
  await open(page, event.id);
  const session = await slowDown(page, slowed);
  const sightings: Sighting[] = [];
  for (const { code } of guests) sightings.push(await measureCode(page, modulesOf(code)));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  tell(
    `${codes} codes, code in view to verdict painted`,
    sightings.map(({ totalMs }) => totalMs),
  );
  tell(
    "  of which from the frame that was read",
    sightings.map(({ fromFrameMs }) => fromFrameMs),
  );
  tell(
    "  of which decoding, in its worker",
    sightings.map(({ decodeMs }) => decodeMs),
  );
  await measureSearch(browser);
} finally {
  await browser.close();
}

async function openPhone(opened: Browser): Promise<Page> {
  const page = await (await opened.newContext({ baseURL, viewport: { width: 390, height: 844 } })).newPage();
  // tsx names functions by a helper that it leaves behind when one goes into the page.
  await page.addInitScript("globalThis.__name = (named) => named");
  return page;
}

async function open(page: Page, eventId: string): Promise<void> {
  await page.goto(`/door/${eventId}`);
  await page.getByText("Works without network").waitFor();
  await page.getByRole("button", { name: "Start scanning" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor();
}

async function measureSearch(opened: Browser): Promise<void> {
  const page = await openPhone(opened);
  const event = await openDoorEvent(page.request, "Door bench, a long list");
  await event.register("Ada Lovelace");
  await signIn(page);
  await fillRoster(page, event.id, people);
  const session = await page.context().newCDPSession(page);
  const startedAt = performance.now();
  await page.goto(`/door/${event.id}`);
  await page.getByText(`${people.toLocaleString("en-GB")} people are on this device`).waitFor({ timeout: 120_000 });
  say(`${people} people loaded, first visit: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  const again = performance.now();
  await page.reload();
  await page.getByText(`${people.toLocaleString("en-GB")} people are on this device`).waitFor({ timeout: 120_000 });
  say(`and from the phone's own disk: ${((performance.now() - again) / 1000).toFixed(1)} s`);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  say(`JavaScript heap with them: ${(usedSize / 1e6).toFixed(1)} MB`);
  await page.getByRole("button", { name: "Find a name" }).click();
  for (const rate of [1, slowed]) {
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const times: number[] = [];
    for (const typed of ["gu", "per", "guest199", "zz", "pe", "9", "person5", "guest1 per"])
      times.push(await timeTyping(page, typed));
    tell(`search among ${people}, key to list painted, slowed ${rate} times`, times);
  }
}

/** From the input event to the frame after the list has changed, in the page's own time. */
function timeTyping(page: Page, typed: string): Promise<number> {
  return page.evaluate((text) => {
    const field = document.querySelector<HTMLInputElement>('input[name="name"]');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    return new Promise<number>((resolve) => {
      const startedAt = performance.now();
      setValue?.call(field, text);
      field?.dispatchEvent(new Event("input", { bubbles: true }));
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt)));
    });
  }, typed);
}

async function slowDown(page: Page, rate: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return session;
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in?step=password");
  await page.getByLabel("E-mail").fill("organizer@demo.test");
  await page.getByLabel("Password").fill(demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

function tell(what: string, values: number[]): void {
  const [p50, p95, most] = [0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(1));
  say(`${what}: p50 ${p50} ms, p95 ${p95} ms, most ${most} ms`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

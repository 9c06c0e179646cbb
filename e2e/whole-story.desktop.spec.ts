import { type Browser, devices, type Page } from "@playwright/test";
import jsQR from "jsqr";
import type { Email } from "postal-mime";
import { readPng } from "../lib/testing/read-png";
import { holdUp, installFakeCamera } from "./fake-camera";
import { expect, test } from "./fixtures";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

test("from a published event to a scanned ticket, the dashboard and a survey answer", async ({
  page: organizer,
  browser,
  signIn,
  freshEmail,
  latestMail,
}) => {
  test.slow();
  const title = `Whole story ${Date.now().toString(36)}`;
  const email = freshEmail("story");

  await signIn("organizer@demo.test");
  await organizer.goto("/manage/events/new");
  await organizer.getByLabel("Title").fill(title);
  await organizer.getByLabel("Starts").fill(localInput(-1));
  await organizer.getByLabel("Ends").fill(localInput(2));
  await organizer.getByLabel("Time zone of the place").selectOption("Europe/Berlin");
  await organizer.getByLabel("Where", { exact: true }).fill("Reading room");
  await organizer.getByRole("button", { name: "Publish" }).click();
  await organizer.waitForURL(/\/manage\/[0-9a-f-]{36}/);
  const eventId = organizer.url().match(/[0-9a-f-]{36}/)?.[0] ?? "";
  // Registration closes at the start unless the organizer says otherwise, and this event is under way.
  await patchEvent(organizer, eventId, { registrationClosesAt: inHours(1.5) });
  const { slug } = await (await organizer.request.get(`/api/events/${eventId}`)).json();

  const guest = await newPhone(browser);
  await guest.goto(`/events/${slug}`);
  await guest.getByLabel("Name", { exact: true }).fill("Zoë Ångström");
  await guest.getByLabel("E-mail").fill(email);
  await guest.getByRole("button", { name: "Register", exact: true }).click();
  await expect(guest.getByRole("img", { name: /QR/ })).toBeVisible();

  const mail = await latestMail(email, title);
  const ticket = readQr(mail);
  expect(ticket.length).toBeGreaterThan(80);
  expect(mail.attachments.some(({ mimeType }) => mimeType === "text/calendar")).toBe(true);

  const door = await newPhone(browser);
  await installFakeCamera(door);
  await signIn("staff@demo.test", door);
  await addDoorStaff(organizer, eventId, "staff@demo.test");
  await door.goto(`/door/${eventId}`);
  await door.getByRole("button", { name: /start/i }).click();
  await holdUp(door, ticket);
  await expect(door.getByText("Come in", { exact: true })).toBeVisible();
  await expect(door.getByText("Zoë Ångström").first()).toBeVisible();

  await organizer.goto(`/manage/${eventId}`);
  await expect(organizer.getByText(/checked in/i).first()).toBeVisible();
  const numbers = await (await organizer.request.get(`/api/dashboard?eventId=${eventId}`)).json();
  expect(numbers).toMatchObject({ registered: 1, checkedIn: 1 });

  // The end of a published event must lie ahead: it is moved to a moment from now, and awaited.
  const endsAt = new Date(Date.now() + 3_000).toISOString();
  await patchEvent(organizer, eventId, { startsAt: inHours(-2), endsAt, registrationClosesAt: inHours(-1) });
  const survey = { eventId, questions: [], opensAt: endsAt };
  await organizer.request.put("/api/surveys", { data: survey, headers: { Origin: originOf(organizer) } });
  await expect.poll(() => new Date().toISOString() > endsAt).toBe(true);
  const cron = { headers: { Authorization: `Bearer ${process.env.CRON_SECRET}` } };
  await organizer.request.post("/api/cron/complete-events", cron);
  await organizer.request.post("/api/cron/surveys", cron);
  const invitation = await latestMail(email, /how was|survey/i);
  const link = invitation.text?.match(/https?:\/\/\S+\/surveys\/[\w-]+/)?.[0] ?? "";
  await guest.goto(new URL(link).pathname);
  await guest
    .getByRole("radio", { name: /^5|Great/ })
    .first()
    .check({ force: true });
  await guest.getByRole("button", { name: "Send my answers" }).click();
  await expect(guest.getByText(/thank/i).first()).toBeVisible();

  await organizer.goto(`/manage/${eventId}/survey`);
  // What a single person said is told of nobody: from five answers on it is.
  await expect(organizer.getByText("1 person has answered")).toBeVisible();
});

async function newPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ...phone, baseURL: process.env.TURNOUT_URL, permissions: ["camera"] });
  return context.newPage();
}

/** The text of the QR code that the mail shows, read by a decoder that is not the scanner's. */
function readQr(mail: Email): string {
  const image = mail.attachments.find(({ mimeType }) => mimeType === "image/png");
  if (!image || typeof image.content === "string") throw new Error("the mail carries no QR code");
  const { data, width, height } = readPng(Buffer.from(new Uint8Array(image.content)));
  const code = jsQR(data, width, height);
  if (!code) throw new Error("the mail's QR code can't be read");
  return code.data;
}

async function patchEvent(page: Page, eventId: string, fields: object): Promise<void> {
  const answer = await page.request.patch(`/api/events/${eventId}`, {
    data: fields,
    headers: { Origin: originOf(page) },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

async function addDoorStaff(page: Page, eventId: string, email: string): Promise<void> {
  await page.goto(`/manage/${eventId}/team`);
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("radio", { name: /^Door staff/ }).check({ force: true });
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(email).first()).toBeVisible();
}

function originOf(page: Page): string {
  return new URL(page.url()).origin;
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

/** The local time in Berlin so many hours from now, as a datetime-local field takes it. */
function localInput(hours: number): string {
  const instant = new Date(Date.now() + hours * 3_600_000);
  return instant
    .toLocaleString("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" })
    .replace(" ", "T");
}

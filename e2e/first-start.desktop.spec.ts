import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import type { Email } from "postal-mime";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { startSmtp } from "../lib/testing/start-smtp";
import { type StartedProduct, startProduct } from "./start-product";

// From an empty data dir, without a demo anywhere, to somebody who is let in at the door.
test.setTimeout(300_000);

const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-first-start-"));
let product: StartedProduct | undefined;
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let base: string;

test.beforeAll(async () => {
  smtp = await startSmtp();
  const port = String(await findFreePort());
  base = `http://localhost:${port}`;
  product = await startProduct({
    PORT: port,
    TURNOUT_DATA_DIR: dataDir,
    TURNOUT_DEMO: "0",
    SMTP_URL: smtp.url,
    MAIL_FROM: "Events <events@fjord.example>",
    NODE_EXTRA_CA_CERTS: smtp.caFile,
  });
});

test.afterAll(async () => {
  await product?.stop();
  await smtp?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("the link of the first start leads from nothing to a guest at the door", async ({
  page: administrator,
  browser,
}) => {
  await expect.poll(() => product?.output(), { timeout: 30_000 }).toMatch(/\/set-up\/[\w-]{43}/);
  const setUpPath = product?.output().match(/\/set-up\/[\w-]{43}/)?.[0] ?? "";
  await administrator.goto(base + setUpPath);
  await expect(administrator.getByText("By the SMTP server 127.0.0.1")).toBeVisible();
  await expect(administrator.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await administrator.getByLabel("Name of the organisation").fill("Fjord Institute");
  await administrator.getByLabel("Time zone").selectOption("Europe/Oslo");
  await administrator.getByLabel("Accent colour (optional)").fill("#0a5c36");
  await administrator.getByLabel("Logo").setInputFiles(path.resolve("public/icons/icon-192.png"));
  await administrator.getByLabel("Your name").fill("Ingrid Holm");
  await administrator.getByLabel("Your e-mail").fill("Ingrid@fjord.example");
  await administrator.getByRole("button", { name: "Send a test mail" }).click();
  await expect(administrator.getByText("The test mail has left.")).toBeVisible();
  expect((await mailTo("ingrid@fjord.example", /test/i)).from?.address).toBe("events@fjord.example");
  expect(smtp.mails[0]).toMatchObject({ isEncrypted: true, user: "turnout" });

  await administrator.getByRole("button", { name: "Finish and sign in" }).click();
  await administrator.waitForURL(`${base}/manage`);
  await expect(administrator.getByRole("heading", { name: "First steps" })).toBeVisible();
  await expect(administrator.getByRole("link", { name: "Fjord Institute, your events" })).toBeVisible();
  await expect(administrator).toHaveTitle("Your events · Fjord Institute");
  const again = await browser.newPage();
  await again.goto(base + setUpPath);
  await expect(again.getByRole("heading", { name: "This link was used already" })).toBeVisible();

  await administrator
    .locator("main")
    .getByRole("link", { name: /^People/ })
    .click();
  await administrator.waitForURL(`${base}/manage/people`);
  await administrator.locator('main a[href="/manage/people/invite"]').first().click();
  await expect(administrator.getByRole("heading", { name: "Invite somebody" })).toBeVisible();
  await administrator.getByLabel("E-mail").fill("olav@fjord.example");
  await administrator.getByLabel("Name").fill("Olav Dahl");
  await administrator.getByRole("radio", { name: /^Organizer/ }).check({ force: true });
  await administrator.getByRole("button", { name: "Send the invitation" }).click();
  await expect(administrator.getByText("An invitation is on its way")).toBeVisible();

  const organizer = await browser.newPage();
  await organizer.goto(linkIn(await mailTo("olav@fjord.example", /Fjord Institute/), /\/invitations\/[\w-]{43}/));
  await expect(organizer.getByRole("heading", { name: "Welcome, Olav Dahl" })).toBeVisible();
  await organizer.getByRole("button", { name: "Accept and sign in" }).click();
  await organizer.waitForURL(`${base}/manage`);
  await expect(organizer.getByRole("link", { name: "Settings" })).toHaveCount(0);
  const slug = await publishEvent(organizer);
  const eventId = organizer.url().match(/[0-9a-f-]{36}/)?.[0] ?? "";

  const guest = await browser.newPage();
  await guest.goto(`${base}/events/${slug}`);
  await expect(guest.getByRole("link", { name: "Fjord Institute, home" })).toBeVisible();
  await guest.getByLabel("Name", { exact: true }).fill("Zoë Ångström");
  await guest.getByLabel("E-mail").fill("zoe@example.org");
  await guest.getByRole("button", { name: "Register", exact: true }).click();
  await expect(guest.getByText("You’re in").first()).toBeVisible();
  const ticket = await mailTo("zoe@example.org", "The first talk");
  expect(ticket.text).toContain("Fjord Institute");
  const ticketPage = await browser.newPage();
  await ticketPage.goto(linkIn(ticket, /\/tickets\/[\w-]+/));
  const reference = await ticketPage
    .getByText(/^[0-9A-Z]{4}\s?[0-9A-Z]{4}$/)
    .first()
    .innerText();

  await organizer.goto(`${base}/door/${eventId}/by-hand`);
  await organizer.getByLabel("Ticket code").fill(reference);
  await organizer.getByRole("button", { name: "Check in", exact: true }).click();
  await expect(organizer.getByText(/Came in: Zoë Ångström/)).toBeVisible();
  const answer = await organizer.request.get(`${base}/api/dashboard?eventId=${eventId}`);
  expect(await answer.json()).toMatchObject({ registered: 1, checkedIn: 1 });
});

async function publishEvent(organizer: Page): Promise<string> {
  await organizer.goto(`${base}/manage/events/new`);
  await expect(organizer.getByLabel("Time zone of the place")).toHaveValue("Europe/Oslo");
  await organizer.getByLabel("Title").fill("The first talk");
  await organizer.getByLabel("Starts").fill(inOslo(1));
  await organizer.getByLabel("Ends").fill(inOslo(3));
  await organizer.getByLabel("Where", { exact: true }).fill("Bryggen 1");
  await organizer.getByRole("button", { name: "Publish" }).click();
  await organizer.waitForURL(/\/manage\/[0-9a-f-]{36}$/);
  const id = organizer.url().split("/").at(-1);
  const { slug } = await (await organizer.request.get(`${base}/api/events/${id}`)).json();
  return slug;
}

/** So many hours from now, as a field for local times takes it. */
function inOslo(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return at.toLocaleString("sv-SE", { timeZone: "Europe/Oslo" }).slice(0, 16).replace(" ", "T");
}

async function mailTo(address: string, subject: string | RegExp): Promise<Email> {
  const find = async () => (await smtp.readMails(address)).find((mail) => (mail.subject ?? "").search(subject) >= 0);
  await expect.poll(find, { timeout: 30_000, message: `a mail to ${address}` }).toBeDefined();
  const mail = await find();
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
}

function linkIn(mail: Email, pattern: RegExp): string {
  return base + (mail.text?.match(pattern)?.[0] ?? "");
}

import type { APIRequestContext } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import postgres from "postgres";
import { expect, test } from "./fixtures";
import { type MadeEvent, makeEvent, registerGuest } from "./make-event";
import { bearerOf } from "./tokens";

test("opening every link of every mail, twice, changes nothing, as mail scanners do it", async ({
  request,
  playwright,
  freshEmail,
}) => {
  test.slow();
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  const event = await makeEvent(request, { capacity: 2, waitlistEnabled: true, confirmWithinMinutes: 600 });
  const emails = ["first", "second", "third"].map((name) => freshEmail(name));
  for (const email of emails) await registerGuest(request, event, { email });
  await tellOfEverything(sql, request, event);
  const mails = (await Promise.all(emails.map(readMails))).flat();
  expect(new Set(mails.map(({ kind }) => kind))).toEqual(
    new Set([
      ...["registration_confirmed", "registration_waitlisted", "registration_promoted", "registration_cancelled"],
      ...["event_changed", "event_reminder", "survey_invitation"],
    ]),
  );

  const links = new Set(mails.flatMap(({ email }) => linksIn(email)));
  expect([...links].some((link) => link.includes("mail-preferences"))).toBe(true);
  const stranger = await playwright.request.newContext();
  const before = await fingerprint(sql, event, emails);
  for (const link of [...links, ...links]) expect((await stranger.get(link)).status(), link).toBeLessThan(400);
  expect(await fingerprint(sql, event, emails)).toEqual(before);
  await stranger.dispose();
  await sql.end();
});

/** Lets the event give rise to every kind of mail to its people: one cancelled, the next promoted, a move, reminders, the survey. */
async function tellOfEverything(sql: postgres.Sql, request: APIRequestContext, event: MadeEvent): Promise<void> {
  const run = async (task: string) => {
    const headers = { Authorization: `Bearer ${process.env.CRON_SECRET}` };
    expect((await request.post(`/api/cron/${task}`, { headers })).ok()).toBe(true);
  };
  const settled = () =>
    expect
      .poll(async () => (await sql`select 1 from outbox where event_id = ${event.id} and status = 'pending'`).length)
      .toBe(0);
  const first = (await event.guests()).find(({ status }) => status === "confirmed");
  await sql`update registrations set registered_at = now() - interval '9 days' where event_id = ${event.id}`;
  const headers = await bearerOf(request, "organizer@demo.test");
  expect((await request.delete(`/api/registrations/${first?.id}`, { headers })).ok()).toBe(true);
  await event.change({ venue: "The other room" });
  await settled();
  await sql`
    update events set starts_at = now() + interval '20 hours', ends_at = now() + interval '22 hours' where id = ${event.id}`;
  await run("reminders");
  await settled();
  await sql`
    update events set starts_at = now() - interval '6 hours', ends_at = now() - interval '3 hours' where id = ${event.id}`;
  await sql`
    update registrations set checked_in_at = now() - interval '5 hours'
    where event_id = ${event.id} and status = 'confirmed'`;
  await run("surveys");
  await settled();
}

async function readMails(to: string): Promise<{ kind: string; email: Email }[]> {
  const recorder = process.env.MAIL_RECORDER_URL ?? "";
  const { items } = await (await fetch(`${recorder}/messages?to=${encodeURIComponent(to)}&limit=100`)).json();
  return Promise.all(
    items.map(async ({ id, kind }: { id: string; kind: string }) => {
      const raw = await (await fetch(`${recorder}/messages/${id}`)).arrayBuffer();
      return { kind, email: await PostalMime.parse(raw) };
    }),
  );
}

/** The addresses that the page, its plain-text twin and the header for leaving a list name. */
function linksIn({ html = "", text = "", headers }: Email): string[] {
  const unsubscribe = headers.find(({ key }) => key === "list-unsubscribe")?.value ?? "";
  const hrefs = [...html.matchAll(/href="(http[^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const plain = [...`${text} ${unsubscribe}`.matchAll(/https?:\/\/[^\s<>]+/g)].map(([link]) => link);
  return [...hrefs, ...plain];
}

/** Every row that a mail about the event could change by a click, as text. */
async function fingerprint(sql: postgres.Sql, { id }: MadeEvent, emails: string[]): Promise<unknown[]> {
  return Promise.all([
    sql`select r::text from registrations r where event_id = ${id} order by r.id`,
    sql`select c::text from check_ins c where event_id = ${id} order by c.scan_id`,
    sql`select s::text from survey_responses s where event_id = ${id} order by s.id`,
    sql`select o::text from outbox o where event_id = ${id} order by o.id`,
    sql`select o::text from mail_opt_outs o join users u on u.id = o.user_id where u.email in ${sql(emails)} order by u.id`,
    sql`select u::text from users u where email in ${sql(emails)} order by u.id`,
  ]);
}

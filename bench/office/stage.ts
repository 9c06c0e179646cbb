import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { demoPassword } from "@/e2e/fixtures";
import { ask, newVisitor, sendForm } from "./visitor";

export type Stage = {
  eventId: string;
  slug: string;
  /** The page by which a phone joins the door. */
  doorPath: string;
  /** References of tickets whose people are still outside. */
  references: string[];
  /** Addresses of people with an account and the demo password. */
  accounts: string[];
};

type Wanted = { guests: number; accounts: number };

/**
 * An event that is about to begin, with a link for its door, guests on its list, and an office's
 * accounts.
 */
export async function stageOffice(url: string, sql: Sql, { guests, accounts }: Wanted): Promise<Stage> {
  const organizer = newVisitor(url);
  const email = "organizer@demo.test";
  const signedIn = await sendForm(organizer, "/sign-in?step=password", { password: demoPassword, email });
  if (signedIn.status !== 303) throw new Error(`the organizer did not get in: ${signedIn.status} ${signedIn.text}`);
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const plan = { title: `Office ${randomUUID()}`, timezone: "Europe/Berlin", venue: "Hall" };
  const made = await ask(organizer, "/api/events", { json: { ...plan, startsAt: inHours(1), endsAt: inHours(3) } });
  const { id: eventId, slug } = JSON.parse(made.text);
  const published = await ask(organizer, `/api/events/${eventId}/publish`, { json: {} });
  if (published.status !== 200) throw new Error(`the event was not published: ${published.text}`);
  const manage = `/manage/${eventId}/door`;
  await sendForm(organizer, manage, { hours: "0", gate: "" });
  const [doorPath] = (await ask(organizer, manage)).text.match(/\/door\/link\/[A-Za-z0-9_-]{64}/) ?? [];
  if (!doorPath) throw new Error("no door link on the page");
  const references = await listGuests(sql, eventId, guests);
  return { eventId, slug, doorPath, references, accounts: await openAccounts(sql, accounts) };
}

async function listGuests(sql: Sql, eventId: string, count: number): Promise<string[]> {
  const rows = await sql.unsafe(
    `with person as (
       insert into users (id, email, name)
       select id, id || '@office.test', 'Guest of the office' from (select gen_random_uuid() as id from generate_series(1, $2)) ids
       returning id, name)
     insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at, updated_at)
     select $1::uuid, gen_random_uuid(), id, name, 'confirmed', gen_random_uuid(), upper(substr(md5(id::text), 1, 8)), 'guest', now(), now()
     from person returning reference`,
    [eventId, count],
  );
  return rows.map(({ reference }) => reference);
}

async function openAccounts(sql: Sql, count: number): Promise<string[]> {
  const rows = await sql.unsafe(
    `insert into users (id, email, name, password_hash, email_verified_at)
     select gen_random_uuid(), 'colleague-' || n || '-' || gen_random_uuid() || '@office.test', 'Colleague', password_hash, now()
     from users, generate_series(1, $1) n where users.email = 'attendee1@demo.test' returning email`,
    [count],
  );
  return rows.map(({ email }) => email);
}

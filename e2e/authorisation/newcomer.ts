import postgres from "postgres";
import type { Role } from "@/lib/access/actor";
import { browserTokenOf } from "@/lib/access/browser-token";
import { newId } from "@/lib/platform/id";
import type { CallerName } from "./callers";
import type { Caller } from "./send";

const roles: Partial<Record<CallerName, Role>> = {
  attendee: "attendee",
  staff: "attendee",
  otherOrganizer: "organizer",
  owner: "organizer",
  admin: "admin",
};

/**
 * Somebody of that kind who is new here and signed in, for a call that ends other sessions;
 * strangers and phones are nobody in it.
 */
export async function openNewcomer(name: CallerName): Promise<Caller> {
  const role = roles[name];
  if (!role) return { name, cookies: new Map() };
  const [userId, sessionId] = [newId(), newId()];
  const sql = postgres(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  await sql`insert into users (id, email, name, role) values (${userId}, ${`${userId}@example.org`}, 'Newcomer', ${role})`;
  await sql`insert into sessions (id, user_id, expires_at) values (${sessionId}, ${userId}, now() + interval '1 hour')`;
  await sql.end();
  const token = browserTokenOf({ sessionId, generation: 0, issuedAt: new Date() });
  return { name, cookies: new Map([["next-auth.session-token", token]]) };
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import type { Person, Role } from "./actor";
import { lacksSecondFactor } from "./lacks-second-factor";
import { noteUse } from "./note-use";

/** A session that is neither ended nor expired, of a person who isn't disabled. */
export type LiveSession = { person: Person; generation: number; rotatedAt: Date };

type Row = {
  sessionId: string;
  userId: string;
  email: string;
  name: string;
  department: string | null;
  role: Role;
  generation: number;
  rotatedMs: number;
  provedMs: number | null;
  lacksSecondFactor: boolean;
  isUnnoted: boolean;
};

/** How old what is written of a session's last use may be. */
const noteSeconds = 5 * 60;

/** The session and its person as stored when asked, or later; null once it has ended. */
export async function findSession(sessionId: string): Promise<LiveSession | null> {
  return (await findTogether(sessionId)).get(sessionId) ?? null;
}

/** The person of a session that lives, as they are stored now, or null. */
export async function findPersonOfSession(sessionId: string, tx?: Transaction): Promise<Person | null> {
  const live = tx ? (await readSessions([sessionId], tx)).get(sessionId) : await findSession(sessionId);
  return live?.person ?? null;
}

// Every request of somebody signed in asks for its own: in a rush they share a query.
const findTogether = lookUpTogether((sessionIds: string[]) => readSessions(sessionIds));

async function readSessions(sessionIds: string[], tx?: Transaction): Promise<Map<string, LiveSession>> {
  const at = now();
  const [atText, notedText] = [at, new Date(at.getTime() - noteSeconds * 1000)].map((instant) => instant.toISOString());
  const rows = await (tx ?? db()).execute<Row>(sql`
    select s.id as "sessionId", u.id as "userId", u.email, u.name, u.department, u.role, s.generation,
      extract(epoch from s.rotated_at)::float8 * 1000 as "rotatedMs",
      extract(epoch from s.proved_at)::float8 * 1000 as "provedMs",
      ${lacksSecondFactor} as "lacksSecondFactor",
      s.last_used_at < ${notedText}::timestamptz or u.last_seen_at is null as "isUnnoted"
    from jsonb_array_elements_text(${JSON.stringify([...new Set(sessionIds)])}::text::jsonb) as asked(id)
    join sessions s on s.id = asked.id::uuid
    join users u on u.id = s.user_id
    where s.revoked_at is null and s.expires_at > ${atText}::timestamptz and s.ends_at > ${atText}::timestamptz
      and u.disabled_at is null`);
  for (const { sessionId, isUnnoted } of rows) if (isUnnoted) noteUse(sessionId);
  return new Map(rows.map((row) => [row.sessionId, liveSessionOf(row)]));
}

function liveSessionOf(row: Row): LiveSession {
  const { sessionId, userId, email, name, department, role, generation, lacksSecondFactor } = row;
  const provedAt = instantOf(row.provedMs);
  return {
    person: { kind: "person", userId, sessionId, email, name, department, role, provedAt, lacksSecondFactor },
    generation,
    rotatedAt: new Date(Math.round(row.rotatedMs)),
  };
}

function instantOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(Math.round(ms));
}

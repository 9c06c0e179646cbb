import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";

const delayMs = 1_000;

// Next compiles each route into a bundle of its own; what is to be written is still one a process.
const holder = globalThis as typeof globalThis & { turnoutUses?: Set<string> };

/**
 * Has written that this session, and so its person, was seen now: within seconds, many in one
 * statement, and with nobody waiting for it. What a crash or a fault of the database loses is only
 * that.
 */
export function noteUse(sessionId: string): void {
  if (holder.turnoutUses) {
    holder.turnoutUses.add(sessionId);
    return;
  }
  holder.turnoutUses = new Set([sessionId]);
  setTimeout(writeUses, delayMs).unref();
}

function writeUses(): void {
  const sessionIds = [...(holder.turnoutUses ?? [])];
  holder.turnoutUses = undefined;
  const at = now().toISOString();
  // Rows that somebody else is changing are left out: the next use is noted again.
  const statement = sql`
    with used as (
      update sessions set last_used_at = ${at}::timestamptz where id in (
        select id from sessions where id in (
          select asked.id::uuid from jsonb_array_elements_text(${JSON.stringify(sessionIds)}::text::jsonb) as asked(id)
        ) for no key update skip locked
      ) returning user_id
    )
    update users set last_seen_at = ${at}::timestamptz where id in (
      select id from users where id in (select user_id from used) for no key update skip locked
    )`;
  db()
    .execute(statement)
    .catch((error: unknown) => log.warn({ err: error }, "the last use of sessions was not written"));
}

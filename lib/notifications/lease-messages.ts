import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import type { MessageKind } from "@/lib/platform/outbox";

const usualSeconds = 30;

/** A message that is ours to send until `leasedUntil`; `attempts` counts this one. */
export type LeasedMessage = {
  id: string;
  kind: MessageKind;
  eventId: string | null;
  registrationId: string | null;
  userId: string | null;
  signInCodeId: string | null;
  attempts: number;
  leasedUntil: Date;
};

/**
 * Takes up to `limit` due messages for so many seconds, most urgent first; no two workers get the
 * same one. What a worker that died held is due again when its time is up. Messages about one
 * registration go out in the order in which they were written; while the mail service gets a rest,
 * nobody gets any.
 */
export async function leaseMessages(limit: number, seconds = usualSeconds): Promise<LeasedMessage[]> {
  // Earlier ones are not asked for by `= 'pending'`: with statistics from a moment when nothing waited, the planner would go through
  // the index of all that waits for each message, and twenty thousand of them would wait until the statistics are made anew.
  const at = now();
  const leasedUntil = new Date(at.getTime() + seconds * 1000);
  const rows = await db().execute<Omit<LeasedMessage, "leasedUntil">>(sql`
    update outbox set leased_until = ${leasedUntil.toISOString()}::timestamptz, attempts = attempts + 1
    where id in (
      select due.id from outbox due
      where due.status = 'pending' and due.run_at <= ${at.toISOString()}::timestamptz
        and (due.leased_until is null or due.leased_until <= ${at.toISOString()}::timestamptz)
        and not exists (
          select from outbox earlier
          where earlier.event_id = due.event_id and earlier.registration_id = due.registration_id
            and earlier.status not in ('sent', 'skipped', 'dead') and (earlier.created_at, earlier.id) < (due.created_at, due.id)
        )
        and not exists (select from mail_service where rests_until > clock_timestamp())
      order by due.priority, due.run_at limit ${limit} for update skip locked
    )
    returning id, kind, event_id as "eventId", registration_id as "registrationId", user_id as "userId",
              sign_in_code_id as "signInCodeId", attempts, priority, run_at`);
  return rows.map((row) => ({ ...row, leasedUntil }));
}

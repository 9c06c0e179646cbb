import { sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { MessageKind } from "@/lib/platform/outbox";
import type { ResendDeadInput } from "./input";

export type Resent = { resent: number; overtaken: number };

const batchSize = 5_000;

/** What tells a person how their registration stands: the later one makes the earlier one wrong. */
const standingKinds: MessageKind[] = [
  ...(["registration_confirmed", "registration_waitlisted", "registration_promoted"] as const),
  ...(["registration_cancelled", "registration_pending", "registration_declined"] as const),
  ...(["ticket_received", "ticket_passed_on", "ticket_resent", "seat_released"] as const),
  "address_confirmation",
];
const standing = sql.join(
  standingKinds.map((kind) => sql`${kind}::message_kind`),
  sql`, `,
);

/**
 * Lets one dead message, or all, be sent as if never tried, and says how many. One that a later message about the same registration
 * has overtaken, sent or just being sent, is skipped instead: a confirmation never arrives after its cancellation. What is not dead
 * any more is left alone.
 */
export async function resendDead(scope: AdminScope, { id }: ResendDeadInput, tx?: Transaction): Promise<Resent> {
  return inTransaction(tx, async (tx) => {
    const total: Resent = { resent: 0, overtaken: 0 };
    for (;;) {
      const batch = await reviveBatch(tx, id);
      total.resent += batch.resent;
      total.overtaken += batch.overtaken;
      if (batch.resent + batch.overtaken < batchSize) break;
    }
    if (total.resent + total.overtaken > 0)
      await recordAudit(tx, { actorId: scope.userId, action: "messages.resent", subjectId: id, detail: total });
    return total;
  });
}

async function reviveBatch(tx: Transaction, id: string | undefined): Promise<Resent> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const [counts] = await tx.execute<Resent>(sql`
    with chosen as (
      select id, event_id, registration_id, kind, created_at from outbox
      where status = 'dead' ${id === undefined ? sql`` : sql`and id = ${id}`}
      order by created_at, id limit ${batchSize} for update
    ), judged as (
      select id, kind in (${standing}) and exists (
        select from outbox later
        where later.event_id = chosen.event_id and later.registration_id = chosen.registration_id
          and later.kind in (${standing}, 'event_cancelled')
          and (later.created_at, later.id) > (chosen.created_at, chosen.id)
          and (later.status = 'sent' or (later.status = 'pending' and later.leased_until > ${at}))
      ) as is_overtaken
      from chosen
    ), revived as (
      update outbox set
        status = (case when is_overtaken then 'skipped' else 'pending' end)::message_status,
        last_error = case when is_overtaken then 'overtaken by a later message' end,
        attempts = case when is_overtaken then attempts else 0 end,
        run_at = case when is_overtaken then run_at else ${at} end,
        leased_until = null
      from judged where judged.id = outbox.id
      returning is_overtaken
    )
    select (count(*) filter (where not is_overtaken))::int as resent,
           (count(*) filter (where is_overtaken))::int as overtaken
    from revived`);
  return counts ?? { resent: 0, overtaken: 0 };
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mailService } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import type { AdminScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import type { MessageKind } from "@/lib/platform/outbox";

/** What waits of one kind: all of it, the part whose time has come, and when the oldest of that part was written. */
export type QueueOfKind = { kind: MessageKind; waiting: number; due: number; oldestDueAt: Date | null };

/** How the mail service stands; `restsUntil` is null while mail may leave, the rate null until a worker has asked for it. */
export type MailServiceState = { ratePerSecond: number | null; restsUntil: Date | null; restReason: string | null };

export type OutboxState = { queue: QueueOfKind[]; dead: number; service: MailServiceState };

/** What waits to be sent by kind, how much failed for good, and the mail service's state; it never looks at what was sent. */
export async function getOutboxState(_scope: AdminScope): Promise<OutboxState> {
  const [queue, dead, service] = await Promise.all([
    readQueue(),
    db().$count(outbox, sql`${outbox.status} = 'dead'`),
    readService(),
  ]);
  return { queue, dead, service };
}

// The statuses are spelled out, not parameters: only so the planner may take the partial indexes.
async function readQueue(): Promise<QueueOfKind[]> {
  const isDue = sql`${outbox.runAt} <= ${now().toISOString()}::timestamptz`;
  return db()
    .select({
      kind: outbox.kind,
      waiting: sql<number>`count(*)::int`,
      due: sql<number>`(count(*) filter (where ${isDue}))::int`,
      oldestDueAt: sql`min(${outbox.createdAt}) filter (where ${isDue})`.mapWith(outbox.createdAt),
    })
    .from(outbox)
    .where(sql`${outbox.status} = 'pending'`)
    .groupBy(outbox.kind)
    .orderBy(outbox.kind);
}

async function readService(): Promise<MailServiceState> {
  const isResting = sql`${mailService.restsUntil} > clock_timestamp()`;
  const [row] = await db()
    .select({
      ratePerSecond: mailService.ratePerSecond,
      restsUntil: sql`case when ${isResting} then ${mailService.restsUntil} end`.mapWith(mailService.restsUntil),
      restReason: sql<string | null>`case when ${isResting} then ${mailService.restReason} end`,
    })
    .from(mailService);
  return row ?? { ratePerSecond: null, restsUntil: null, restReason: null };
}

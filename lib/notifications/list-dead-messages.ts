import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import type { AdminScope } from "@/lib/access/scopes";
import { openCursor, pageOf, sealCursor } from "@/lib/platform/page";
import type { ListDeadMessagesInput } from "./input";

const list = "dead-messages";
const byCreation = z.tuple([z.iso.datetime(), z.uuid()]);

const columns = {
  id: outbox.id,
  kind: outbox.kind,
  createdAt: outbox.createdAt,
  attempts: outbox.attempts,
  reason: outbox.lastError,
  eventTitle: events.title,
};

export type DeadMessage = Awaited<ReturnType<typeof listDeadMessages>>["items"][number];

/** A page of the messages that failed for good, the latest written first, with the reason of each. */
export async function listDeadMessages(_scope: AdminScope, { limit, cursor }: ListDeadMessagesInput) {
  const rows = await db()
    .select(columns)
    .from(outbox)
    .leftJoin(events, eq(events.id, outbox.eventId))
    .where(and(sql`${outbox.status} = 'dead'`, isBeyond(openCursor(list, cursor, byCreation))))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ createdAt, id }) => sealCursor(list, [createdAt.toISOString(), id]));
}

function isBeyond(after: z.infer<typeof byCreation> | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${outbox.createdAt}, ${outbox.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}

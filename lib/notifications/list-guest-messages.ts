import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import type { OrganizerScope } from "@/lib/access/scopes";

const mostShown = 50;

export type GuestMessage = Awaited<ReturnType<typeof listGuestMessages>>[number];

/** What was written to one person of the event and what became of it, the latest first, at most 50. */
export function listGuestMessages({ eventId }: OrganizerScope, { registrationId }: { registrationId: string }) {
  return db()
    .select({
      id: outbox.id,
      kind: outbox.kind,
      status: outbox.status,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
      reason: outbox.lastError,
    })
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.registrationId, registrationId)))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(mostShown);
}

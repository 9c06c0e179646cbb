import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { config } from "@/lib/platform/config";
import { notFound } from "@/lib/platform/errors";
import { isSameSecret, macFor } from "@/lib/platform/secrets";

type Invitable = { id: string; invitationVersion: number };

/** True for the code of the event's present invitation link. */
export function isInvitationTo(event: Invitable, code: string | undefined): boolean {
  return code !== undefined && isSameSecret(Buffer.from(code), Buffer.from(codeOf(event)));
}

/** The same, for an event by its id. */
export async function isInvited(eventId: string, code: string): Promise<boolean> {
  const [event] = await db()
    .select({ id: events.id, invitationVersion: events.invitationVersion })
    .from(events)
    .where(eq(events.id, eventId));
  return event !== undefined && isInvitationTo(event, code);
}

/** The link that lets whoever has it register. */
export async function getInvitationUrl(scope: OrganizerScope): Promise<string> {
  const [event] = await db()
    .select({ id: events.id, slug: events.slug, invitationVersion: events.invitationVersion })
    .from(events)
    .where(eq(events.id, scope.eventId));
  if (!event) throw notFound();
  return `${config().APP_URL}/events/${event.slug}?invitation=${codeOf(event)}`;
}

/** Makes every invitation link given out so far worthless; registrations made with them stay. */
export async function renewInvitation(scope: OrganizerScope, tx?: Transaction): Promise<void> {
  await inTransaction(tx, async (tx) => {
    await tx
      .update(events)
      .set({ invitationVersion: sql`${events.invitationVersion} + 1` })
      .where(eq(events.id, scope.eventId));
    await recordAudit(tx, { actorId: scope.actorId, action: "event.invitation_renewed", eventId: scope.eventId });
  });
}

// Derived, so that neither a copy of the database nor its log holds a link that works.
function codeOf({ id, invitationVersion }: Invitable): string {
  return macFor("invitation", id, String(invitationVersion)).subarray(0, 16).toString("base64url");
}

import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import type { Actor } from "@/lib/access/actor";
import {
  type AttendeeScope,
  type OrganizerScope,
  requireOrganizer,
  requireOwnRegistration,
  requirePerson,
} from "@/lib/access/scopes";
import { notFound } from "@/lib/platform/errors";

export type RegistrationAccess = { own: AttendeeScope } | { organized: OrganizerScope; registrationId: string };

/** The right over a registration as its person or as an organizer of its event, or `unauthenticated` / `not_found`. */
export async function requireRegistration(actor: Actor, registrationId: string): Promise<RegistrationAccess> {
  const { userId } = requirePerson(actor);
  const [row] = await db()
    .select({ userId: registrations.userId, eventId: registrations.eventId })
    .from(registrations)
    .where(eq(registrations.id, registrationId));
  if (!row) throw notFound();
  if (row.userId === userId) return { own: await requireOwnRegistration(actor, registrationId) };
  return { organized: await requireOrganizer(actor, row.eventId), registrationId };
}

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

export type OrganizedRegistration = { organized: OrganizerScope; registrationId: string };
export type RegistrationAccess = { own: AttendeeScope } | OrganizedRegistration;

/** The right over a registration as its person or as an organizer of its event, or `unauthenticated` / `not_found`. */
export async function requireRegistration(actor: Actor, registrationId: string): Promise<RegistrationAccess> {
  const { userId } = requirePerson(actor);
  const { userId: ownerId, eventId } = await read(registrationId);
  if (ownerId === userId) return { own: await requireOwnRegistration(actor, registrationId) };
  return { organized: await requireOrganizer(actor, eventId), registrationId };
}

/** The right over a registration as an organizer of its event, also over one's own, or `unauthenticated` / `not_found`. */
export async function requireOrganizedRegistration(
  actor: Actor,
  registrationId: string,
): Promise<OrganizedRegistration> {
  requirePerson(actor);
  const { eventId } = await read(registrationId);
  return { organized: await requireOrganizer(actor, eventId), registrationId };
}

async function read(registrationId: string): Promise<{ userId: string | null; eventId: string }> {
  const [row] = await db()
    .select({ userId: registrations.userId, eventId: registrations.eventId })
    .from(registrations)
    .where(eq(registrations.id, registrationId));
  if (!row) throw notFound();
  return row;
}

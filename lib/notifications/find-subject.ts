import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { eventMembers, events } from "@/db/schema/events";
import { undeliverableAddresses } from "@/db/schema/mail";
import { organisation } from "@/db/schema/organisation";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { accessLinks, signInCodes, users } from "@/db/schema/users";

const organizers = alias(users, "organizers");

const columns = {
  person: {
    userId: users.id,
    email: users.email,
    name: users.name,
    role: users.role,
    timezone: users.timezone,
    erasedAt: users.erasedAt,
  },
  organisationName: organisation.name,
  organisationTimezone: organisation.timezone,
  createdAt: outbox.createdAt,
  notice: outbox.notice,
  accessLink: {
    id: accessLinks.id,
    createdAt: accessLinks.createdAt,
    expiresAt: accessLinks.expiresAt,
    usedAt: accessLinks.usedAt,
  },
  declinedTopics: sql<string[]>`array(select topic::text from mail_opt_outs where user_id = ${users.id})`,
  event: {
    id: events.id,
    slug: events.slug,
    title: events.title,
    summary: events.summary,
    venue: events.venue,
    status: events.status,
    startsAt: events.startsAt,
    endsAt: events.endsAt,
    timezone: events.timezone,
    revision: events.revision,
    cancelReason: events.cancelReason,
  },
  organizerName: organizers.name,
  organizerEmail: organizers.email,
  formerPlan: outbox.formerPlan,
  addressFault: undeliverableAddresses.fault,
  registration: {
    id: registrations.id,
    userId: registrations.userId,
    name: registrations.name,
    status: registrations.status,
    ticketId: registrations.ticketId,
    reference: registrations.reference,
    waitlistOrder: registrations.waitlistOrder,
    cancelledBy: registrations.cancelledBy,
    checkedInAt: registrations.checkedInAt,
    confirmBy: registrations.confirmBy,
    isClaimed: registrations.isClaimed,
  },
  memberRole: eventMembers.role,
  responseId: surveyResponses.id,
  surveyChoice: { opensAt: surveys.opensAt, closesAt: surveys.closesAt, namesCutAt: surveys.namesCutAt },
  signInCode: {
    id: signInCodes.id,
    email: signInCodes.email,
    expiresAt: signInCodes.expiresAt,
    usedAt: signInCodes.usedAt,
  },
  announcement: {
    subject: announcements.subject,
    body: announcements.body,
    audience: announcements.audience,
  },
};

export type Subject = NonNullable<Awaited<ReturnType<typeof findSubject>>>;

/** Everything that a message is about, as it stands now; a part is null where the message has none or it is gone. */
export async function findSubject(messageId: string) {
  const [row] = await db()
    .select(columns)
    .from(outbox)
    .leftJoin(events, eq(events.id, outbox.eventId))
    .leftJoin(organizers, eq(organizers.id, events.organizerId))
    .leftJoin(
      registrations,
      and(eq(registrations.eventId, outbox.eventId), eq(registrations.id, outbox.registrationId)),
    )
    .leftJoin(users, sql`${users.id} = coalesce(${outbox.userId}, ${registrations.userId})`)
    .leftJoin(eventMembers, and(eq(eventMembers.eventId, outbox.eventId), eq(eventMembers.userId, outbox.userId)))
    .leftJoin(
      surveyResponses,
      and(eq(surveyResponses.eventId, outbox.eventId), eq(surveyResponses.userId, outbox.userId)),
    )
    .leftJoin(surveys, eq(surveys.eventId, outbox.eventId))
    .leftJoin(organisation, eq(organisation.id, 1))
    .leftJoin(accessLinks, eq(accessLinks.id, outbox.accessLinkId))
    .leftJoin(signInCodes, eq(signInCodes.id, outbox.signInCodeId))
    .leftJoin(undeliverableAddresses, eq(undeliverableAddresses.email, users.email))
    .leftJoin(
      announcements,
      and(eq(announcements.eventId, outbox.eventId), eq(announcements.id, outbox.announcementId)),
    )
    .where(eq(outbox.id, messageId));
  return row ?? null;
}

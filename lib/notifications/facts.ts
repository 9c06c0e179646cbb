import type { FormerPlan } from "@/db/schema/outbox";
import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { formatInstant, formatWhen } from "@/lib/events/when";
import { config } from "@/lib/platform/config";
import { listParty } from "@/lib/registrations/list-party";
import { waitlistPositionsOf } from "@/lib/registrations/waitlist-positions";
import type { Subject } from "./find-subject";
import type { EventFacts, FormerFacts, RegistrationFacts } from "./render/mail-content";

type Event = NonNullable<Subject["event"]>;
type Registration = NonNullable<Subject["registration"]>;

/** The subject of a mail to somebody about their registration. */
export type AttendeeSubject = Subject & { event: Event; registration: Registration };

/** The public page of an event. */
export function eventUrl({ slug }: { slug: string }): string {
  return `${config().APP_URL}/events/${slug}`;
}

/** The person's own page of a registration, or of its survey. */
export function attendeeUrl(
  page: "tickets" | "surveys",
  { event, registration }: Pick<AttendeeSubject, "event" | "registration">,
): string {
  const token = attendeeTokenOf({
    eventId: event.id,
    registrationId: registration.id,
    ticketId: registration.ticketId,
  });
  return `${config().APP_URL}/${page}/${token}`;
}

/** What mails say of the event, its times as read in its own zone. */
export function eventFactsOf(event: Event, organizerName: string | null): EventFacts {
  const { day, time, zone } = formatWhen(event);
  const { title, venue, cancelReason } = event;
  return { title, day, time, zone, venue, cancelReason, url: eventUrl(event), organizerName: organizerName ?? "" };
}

/** What of the former plan no longer holds; both null when everything does again. */
export function formerFactsOf(former: FormerPlan, event: Event): FormerFacts {
  const plan = { ...former, startsAt: new Date(former.startsAt), endsAt: new Date(former.endsAt) };
  const when = formatWhen(plan).full;
  return {
    when: when === formatWhen(event).full ? null : when,
    venue: former.venue === event.venue ? null : former.venue || "no place yet",
  };
}

/** What mails say of the registration; the place in the line is the one of this moment. */
export async function registrationFactsOf(subject: AttendeeSubject): Promise<RegistrationFacts> {
  const { event, registration } = subject;
  const positions = await waitlistPositionsOf(event.id, [registration]);
  const party = await listParty(event.id, registration.id);
  return {
    name: registration.name,
    event: eventFactsOf(event, subject.organizerName),
    pageUrl: attendeeUrl("tickets", subject),
    isConfirmed: registration.status === "confirmed",
    reference: registration.reference,
    waitlistPosition: registration.waitlistOrder === null ? null : (positions.get(registration.waitlistOrder) ?? null),
    confirmBy: registration.confirmBy && formatInstant(registration.confirmBy, event.timezone),
    guests: party.flatMap(({ name, ticket }) => (ticket ? [{ name, pageUrl: ticket.url }] : [])),
  };
}

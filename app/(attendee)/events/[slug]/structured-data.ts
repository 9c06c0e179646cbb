import { isoOfInstant } from "@/lib/events/local-time";
import type { EventDetail } from "@/lib/events/queries";
import { type RegistrationState, registrationStateOf } from "@/lib/events/rules";
import { ownPictureOf } from "../own-picture";

/**
 * What the page at `url` says at that instant, as a schema.org Event. It claims nothing that the
 * event does not say.
 */
export function structuredDataOf(event: EventDetail, url: string, at: Date) {
  const { timezone } = event;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.summary || undefined,
    url,
    startDate: isoOfInstant(event.startsAt, timezone),
    endDate: isoOfInstant(event.endsAt, timezone),
    eventStatus: `https://schema.org/${event.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    image: new URL(ownPictureOf(event.coverUrl) ?? `/covers/${event.category}/${event.slug}`, url).href,
    location: event.venue ? { "@type": "Place", name: event.venue, address: event.venue } : undefined,
    organizer: { "@type": "Person", name: event.organizer.name },
    maximumAttendeeCapacity: event.capacity ?? undefined,
    isAccessibleForFree: true,
    offers: offerOf(event, url, at),
  };
}

const availabilities: Partial<Record<RegistrationState["state"], string>> = {
  not_open: "PreOrder",
  open: "InStock",
  waitlist: "SoldOut",
  full: "SoldOut",
};

/** Registering, while it is possible or will be. */
function offerOf(event: EventDetail, url: string, at: Date) {
  const { state, opensAt, closesAt } = registrationStateOf(event, at);
  const availability = availabilities[state];
  if (!availability) return undefined;
  return {
    "@type": "Offer",
    price: 0,
    url,
    availability: `https://schema.org/${availability}`,
    validFrom: opensAt ? isoOfInstant(opensAt, event.timezone) : undefined,
    validThrough: isoOfInstant(closesAt, event.timezone),
  };
}

import type { EventDetail } from "@/lib/events/queries";
import { registrationStateOf } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";

/** What the page says, for search engines (schema.org Event). */
export function EventJsonLd({ event, url }: { event: EventDetail; url: string }) {
  const { state } = registrationStateOf(event, now());
  const data = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.summary || undefined,
    url,
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `https://schema.org/${event.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    image: event.coverUrl ?? undefined,
    location: event.venue ? { "@type": "Place", name: event.venue, address: event.venue } : undefined,
    organizer: { "@type": "Organization", name: event.organizer.name },
    maximumAttendeeCapacity: event.capacity ?? undefined,
    isAccessibleForFree: true,
    offers: {
      "@type": "Offer",
      price: 0,
      priceCurrency: "EUR",
      url,
      availability: `https://schema.org/${state === "open" ? "InStock" : "SoldOut"}`,
    },
  };
  // Escaped, so that no title can end the script element.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped, in a data block
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

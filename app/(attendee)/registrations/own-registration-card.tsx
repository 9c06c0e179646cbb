"use client";
// No browser loads this: Next draws a part for browsers once, and a server's part twice.

import { CalendarDays, MapPin } from "@/app/_components/icons";
import { formatWhen } from "@/lib/events/when";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { CoverPicture } from "../events/cover-picture";
import { attendeeTokenIn } from "../ticket-view";
import { TicketStatus } from "../tickets/[token]/ticket-status";

/** One of one's own registrations; the whole card leads to its ticket. */
export function OwnRegistrationCard({ registration }: { registration: RegistrationDetail }) {
  const { event, pageUrl, waitlistPosition } = registration;
  const when = formatWhen(event);
  return (
    <article className="group relative flex items-start gap-4 rounded-lg border border-border bg-card p-3 transition-colors hover:border-input has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-ring sm:gap-5 sm:p-4">
      <CoverPicture event={event} className="aspect-square w-20 shrink-0 rounded-md sm:w-28" />
      <div className="min-w-0 flex-1">
        <h2 className="font-display text-lg leading-6 font-semibold text-foreground">
          <a
            href={`/tickets/${attendeeTokenIn(pageUrl)}`}
            className="line-clamp-3 outline-none before:absolute before:inset-0 before:rounded-lg group-hover:text-primary"
          >
            <bdi>{event.title}</bdi>
          </a>
        </h2>
        <ul className="mt-2 flex flex-col gap-1 text-sm text-secondary">
          <li className="flex items-center gap-2">
            <CalendarDays aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
            <time dateTime={event.startsAt.toISOString()}>{when.full}</time>
          </li>
          {event.venue && (
            <li className="flex min-w-0 items-center gap-2">
              <MapPin aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
              <bdi className="truncate">{event.venue}</bdi>
            </li>
          )}
        </ul>
        <div className="mt-3 flex flex-wrap items-center gap-2 text-sm text-secondary">
          <TicketStatus registration={registration} />
          {waitlistPosition !== null && <span>No. {waitlistPosition} in line</span>}
        </div>
      </div>
    </article>
  );
}

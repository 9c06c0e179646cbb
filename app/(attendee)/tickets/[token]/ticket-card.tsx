import type { ReactNode } from "react";
import { CalendarDays, MapPin } from "@/app/_components/icons";
import { formatWhen } from "@/lib/events/when";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ViewerTime } from "../../events/[slug]/viewer-time";
import { CoverPicture } from "../../events/cover-picture";
import { Perforation } from "../../perforation";
import { TicketStatus } from "./ticket-status";

/** The ticket as a thing: the event on one side, on the other what `children` puts there. */
export function TicketCard({ registration, children }: { registration: RegistrationDetail; children: ReactNode }) {
  const { event } = registration;
  const when = formatWhen(event);
  const [startsAt, endsAt] = [event.startsAt.toISOString(), event.endsAt.toISOString()];
  return (
    <section className="grid rounded-xl border border-border bg-card md:grid-cols-[minmax(0,1fr)_auto_21rem] print:border-black">
      <div className="min-w-0">
        <CoverPicture event={event} className="hidden aspect-auto h-36 rounded-ss-xl md:block print:hidden" />
        <div className="p-5 sm:p-6 md:p-8">
          <TicketStatus registration={registration} />
          <h1 className="mt-3 font-display text-2xl font-semibold text-foreground">
            <a href={`/events/${event.slug}`} className="hover:text-primary">
              <bdi>{event.title}</bdi>
            </a>
          </h1>
          <dl className="mt-5 flex flex-col gap-3 text-base [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:text-muted-foreground">
            <div className="flex items-start gap-3">
              <dt>
                <CalendarDays aria-hidden strokeWidth={1.5} />
                <span className="sr-only">When</span>
              </dt>
              <dd className="min-w-0">
                <time dateTime={startsAt} className="font-medium">
                  {when.day}, {when.time}
                </time>{" "}
                <span className="text-secondary">{when.zone}</span>
                <ViewerTime startsAt={startsAt} endsAt={endsAt} timezone={event.timezone} />
              </dd>
            </div>
            {event.venue && (
              <div className="flex items-start gap-3">
                <dt>
                  <MapPin aria-hidden strokeWidth={1.5} />
                  <span className="sr-only">Where</span>
                </dt>
                <dd className="min-w-0">
                  <bdi>{event.venue}</bdi>
                </dd>
              </div>
            )}
          </dl>
        </div>
      </div>
      <Perforation />
      <div className="flex min-w-0 flex-col justify-center p-5 sm:p-6 md:p-8">{children}</div>
    </section>
  );
}

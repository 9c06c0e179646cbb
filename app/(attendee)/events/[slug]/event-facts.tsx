import type { ReactNode } from "react";
import { CalendarDays, MapPin, User } from "@/app/_components/icons";
import { formatWhen } from "@/lib/events/when";
import type { ShownEvent } from "./event-page-data";
import { ViewerTime } from "./viewer-time";

/** When, where and by whom. */
export function EventFacts({ event }: { event: ShownEvent }) {
  const when = formatWhen(event);
  const { timezone, venue, organizer } = event;
  const [startsAt, endsAt] = [event.startsAt.toISOString(), event.endsAt.toISOString()];
  return (
    <dl className="flex flex-col gap-4">
      <Fact label="When" icon={<CalendarDays aria-hidden />}>
        <time dateTime={startsAt} className="font-medium text-foreground">
          {when.day}, {when.time}
        </time>{" "}
        <abbr title={timezone} className="text-secondary no-underline">
          {when.zone}
        </abbr>
        <ViewerTime startsAt={startsAt} endsAt={endsAt} timezone={timezone} />
      </Fact>
      {venue && (
        <Fact label="Where" icon={<MapPin aria-hidden />}>
          <Venue venue={venue} />
        </Fact>
      )}
      <Fact label="Host" icon={<User aria-hidden />}>
        <bdi>{organizer.name}</bdi>
      </Fact>
    </dl>
  );
}

function Fact({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3 text-base [&_svg]:mt-0.5 [&_svg]:size-5 [&_svg]:shrink-0 [&_svg]:stroke-[1.5] [&_svg]:text-muted-foreground">
      <dt>
        {icon}
        <span className="sr-only">{label}</span>
      </dt>
      <dd className="min-w-0 text-foreground">{children}</dd>
    </div>
  );
}

const link = "text-sm text-primary underline underline-offset-2 hover:text-primary-hover";

/** A place with the way to it: a web address is the way itself, a street leads to the map. */
function Venue({ venue }: { venue: string }) {
  if (/^https?:\/\/\S+$/i.test(venue)) {
    return (
      <a className={`${link} text-base break-all`} href={venue} rel="noreferrer nofollow">
        {venue}
      </a>
    );
  }
  const isOnline = /^online\b/i.test(venue);
  return (
    <>
      <bdi className="block">{venue}</bdi>
      {!isOnline && (
        <a
          className={`${link} inline-flex min-h-6 items-center print:hidden`}
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(venue)}`}
          rel="noreferrer"
        >
          Show on a map
        </a>
      )}
    </>
  );
}

import { Badge } from "@/app/_components/badge";
import { Clock, MapPin } from "@/app/_components/icons";
import type { EventListItem } from "@/lib/events/queries";
import { formatWhen } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { CoverPicture } from "./cover-picture";
import { EventMark } from "./event-mark";
import { eventMarkOf } from "./event-mark-of";

type Props = { event: EventListItem; category: string; isInFirstScreen: boolean };

/** One event of the list; the whole card leads to its page. */
export function EventCard({ event, category, isInFirstScreen }: Props) {
  const when = formatWhen(event);
  const mark = eventMarkOf(event, now());
  return (
    <article className="group relative flex items-start gap-4 rounded-lg border border-border bg-card p-3 transition-colors hover:border-input has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-ring sm:gap-5 sm:p-4">
      <div className="min-w-0 flex-1">
        <h3 className="font-display text-lg leading-6 font-semibold text-foreground sm:text-xl sm:leading-7">
          <a
            href={`/events/${event.slug}`}
            className="line-clamp-3 outline-none before:absolute before:inset-0 before:rounded-lg group-hover:text-primary"
          >
            <bdi>{event.title}</bdi>
          </a>
        </h3>
        {event.summary && (
          <p className="mt-1 hidden text-sm text-secondary sm:line-clamp-2">
            <bdi>{event.summary}</bdi>
          </p>
        )}
        <ul className="mt-2 flex flex-col gap-1 text-sm text-secondary sm:mt-3 sm:flex-row sm:flex-wrap sm:gap-x-5">
          <li className="flex items-center gap-2">
            <Clock aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
            <time dateTime={event.startsAt.toISOString()}>
              {when.time} {when.zone}
            </time>
          </li>
          {event.venue && (
            <li className="flex min-w-0 items-center gap-2">
              <MapPin aria-hidden className="size-4 shrink-0 text-muted-foreground" strokeWidth={1.5} />
              <bdi className="truncate">{event.venue}</bdi>
            </li>
          )}
        </ul>
        <div className="mt-3 flex flex-wrap gap-2">
          <Badge>{category}</Badge>
          {mark && <EventMark mark={mark} />}
        </div>
      </div>
      <CoverPicture
        event={event}
        load={isInFirstScreen ? "soon" : "later"}
        className="aspect-square w-20 shrink-0 rounded-md sm:aspect-video sm:w-44 lg:w-56"
      />
    </article>
  );
}

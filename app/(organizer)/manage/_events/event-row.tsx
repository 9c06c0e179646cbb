import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { Copy, MapPin } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { SeatMeter } from "@/app/_components/seat-meter";
import type { ManagedEvent, ManagingRole } from "@/lib/events/queries";
import { formatWhen } from "@/lib/events/when";
import { DayLeaf } from "./day-leaf";
import { EventState } from "./event-state";

const roleWords: Record<ManagingRole, string | null> = {
  owner: null,
  organizer: "Organizer",
  viewer: "Viewer",
  door_staff: "Door staff",
  admin: "Administrator",
};

/** One of one's own events: when, where, how full, and the way in. Door staff are led to the door. */
export function EventRow({ event, mayDuplicate }: { event: ManagedEvent; mayDuplicate: boolean }) {
  const when = formatWhen(event);
  const runs = event.myRole !== "door_staff";
  const role = roleWords[event.myRole];
  // Said by the tab they stand in; what differs from that is worth a badge.
  const isPlain = event.status === "completed" || (event.status === "published" && !isFull(event));
  return (
    <li className="relative isolate grid gap-x-6 gap-y-3 py-4 before:absolute before:-inset-x-3 before:inset-y-0 before:-z-10 has-[a.row-link:hover]:before:bg-muted grid-cols-[3.5rem_minmax(0,1fr)] md:grid-cols-[3.5rem_minmax(0,1fr)_13rem_auto] md:items-center">
      <DayLeaf instant={event.startsAt} timezone={event.timezone} />
      <div className="min-w-0 pe-10 md:pe-0">
        <h3 className="text-base font-semibold text-foreground">
          <Link
            href={runs ? `/manage/${event.id}` : `/door/${event.id}`}
            className="row-link after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring"
          >
            <bdi>{event.title}</bdi>
          </Link>
        </h3>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-secondary">
          <time dateTime={event.startsAt.toISOString()}>
            {when.time} {when.zone}
          </time>
          {event.venue && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <MapPin aria-hidden className="size-3.5 shrink-0 text-muted-foreground" strokeWidth={1.75} />
              <bdi className="truncate">{event.venue}</bdi>
            </span>
          )}
        </p>
        {(!isPlain || role) && (
          <p className="mt-2 flex flex-wrap items-center gap-2">
            {!isPlain && <EventState event={event} />}
            {role && <Badge>{role}</Badge>}
          </p>
        )}
      </div>
      <div className="col-start-2 md:col-start-auto">
        <Seats event={event} />
      </div>
      {runs && event.myRole !== "viewer" && mayDuplicate ? (
        <LinkButton
          href={`/manage/${event.id}/duplicate`}
          variant="ghost"
          size="icon"
          className="absolute inset-e-0 top-3 z-10 md:static"
          aria-label={`Duplicate ${event.title}`}
          title="Duplicate"
        >
          <Copy aria-hidden strokeWidth={1.5} />
        </LinkButton>
      ) : (
        <span aria-hidden className="hidden md:block" />
      )}
    </li>
  );
}

function isFull({ capacity, seatsTaken }: ManagedEvent): boolean {
  return capacity !== null && seatsTaken >= capacity;
}

function Seats({ event }: { event: ManagedEvent }) {
  const waiting = event.waitlistCount > 0 ? ` · ${event.waitlistCount} waiting` : "";
  if (event.status === "draft")
    return (
      <p className="text-sm text-secondary">
        {event.capacity === null ? "No limit of seats" : `${event.capacity.toLocaleString("en")} seats`}
      </p>
    );
  if (event.capacity === null)
    return <p className="text-sm text-secondary">{event.seatsTaken.toLocaleString("en")} registered</p>;
  return (
    <SeatMeter
      taken={event.seatsTaken}
      capacity={event.capacity}
      words={`${event.seatsTaken.toLocaleString("en")} of ${event.capacity.toLocaleString("en")} seats${waiting}`}
    />
  );
}

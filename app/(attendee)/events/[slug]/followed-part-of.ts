import type { FollowedEvent } from "@/app/_elements/registration/event-now";
import type { ShownEvent } from "./event-page-data";

/** What an event's page needs to know of the event to follow it. */
export function followedPartOf(event: ShownEvent): FollowedEvent {
  const { status, capacity, seatsTaken, waitlistCount, waitlistEnabled, approval } = event;
  const { startsAt, endsAt, registrationOpensAt, registrationClosesAt, title, venue, timezone } = event;
  return {
    status,
    capacity,
    seatsTaken,
    waitlistCount,
    waitlistEnabled,
    approval,
    startsAt,
    endsAt,
    registrationOpensAt,
    registrationClosesAt,
    title,
    venue,
    timezone,
  };
}

import { type RegistrableEvent, type RegistrationState, registrationStateOf } from "@/lib/events/rules";

/**
 * What an event's page follows: what registering depends on, and the facts that people come for.
 */
export type FollowedEvent = RegistrableEvent & { title: string; venue: string; timezone: string };

/** The event as it is at an instant. Sent to the page's other elements whenever it changes. */
export type EventNow = { event: FollowedEvent; at: Date; state: RegistrationState["state"] };

const changed = "event-now";

/** Tells the page's elements what the event is now. */
export function announceEventNow(now: EventNow): void {
  document.dispatchEvent(new CustomEvent(changed, { detail: now }));
}

/** Calls back whenever the event has changed, until the signal aborts. */
export function onEventNow(callback: (now: EventNow) => void, signal: AbortSignal): void {
  document.addEventListener(changed, (event) => callback((event as CustomEvent<EventNow>).detail), { signal });
}

export function eventNowOf(event: FollowedEvent, at: Date): EventNow {
  return { event, at, state: registrationStateOf(event, at).state };
}

type Sent<Value> = {
  [Key in keyof Value]: Value[Key] extends Date ? string : Value[Key] extends Date | null ? string | null : Value[Key];
};

/** The event out of JSON, from the page or from the API, with its instants as dates. */
export function parseEvent(sent: Sent<FollowedEvent>): FollowedEvent {
  const { startsAt, endsAt, registrationOpensAt, registrationClosesAt } = sent;
  return {
    ...sent,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    registrationOpensAt: registrationOpensAt === null ? null : new Date(registrationOpensAt),
    registrationClosesAt: registrationClosesAt === null ? null : new Date(registrationClosesAt),
  };
}

import { randomBytes, randomUUID } from "node:crypto";
import type { Account } from "./mint-people";
import type { Values } from "./places";
import type { Who } from "./recording";

export type EventPlace = { eventId: string; slug: string };

const words = [
  "Lunch",
  "Training",
  "Kick-off",
  "Conference",
  "Talk",
  "Group",
  "Workshop",
  "Archive",
  "Release",
  "Summer",
];

/** What somebody who is signed in puts into the places of a recording. */
export function valuesOfAccount({ email, name, session, ticket }: Account, event: EventPlace, nth: number): Values {
  return { ...placesAt(event, nth), email, name, session, ticket };
}

/**
 * The same for a stranger, whose name and address nobody has had before; their ticket is the link
 * of a mail.
 */
export function valuesOfStranger(ticket: string | undefined, event: EventPlace, nth: number): Values {
  const mark = randomBytes(4).toString("hex");
  return { ...placesAt(event, nth), email: `visitor-${mark}@bench.test`, name: `Visitor ${mark}`, ticket };
}

/**
 * The values of one registration after the other: strangers under new addresses for the first
 * event; those who have an account each in turn, all of them for one event and then for the next.
 */
export function registeringValues(accounts: readonly Account[], events: readonly EventPlace[], who: Who) {
  const [first] = events;
  if (!first) throw new Error("There is no event to register for.");
  return (nth: number): Values => {
    const account = accounts[nth % accounts.length];
    if (!account || who.startsWith("stranger")) return valuesOfStranger(undefined, first, nth);
    return valuesOfAccount(account, events[Math.floor(nth / accounts.length)] ?? first, nth);
  };
}

// More than any machine registers a second.
const mostPerSecond = 4_000;

/** How many events it takes so that nobody of so many accounts has to register twice for one. */
export function eventsNeeded(accounts: number, seconds: number): number {
  return Math.ceil((mostPerSecond * (seconds + 1)) / accounts);
}

/** Where an event that a bench has made is found. */
export function placeOf(eventId: string): EventPlace {
  return { eventId, slug: `bench-${eventId}` };
}

function placesAt({ eventId, slug }: EventPlace, nth: number): Values {
  return { eventId, slug, key: randomUUID(), word: words[nth % words.length], reader: `reader-${nth}` };
}

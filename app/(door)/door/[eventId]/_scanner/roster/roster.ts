import { searchTextOf } from "@/lib/platform/search-text";
import type { Admission, Person } from "./person";

type Known = { person: Person; words: string };

const notInWords = /[^\p{L}\p{N}]+/u;

/** The guest list in memory: what the server told, and over it what this phone did that the server has not answered yet. */
export function createRoster() {
  const people = new Map<string, Known>();
  const byTicket = new Map<string, string>();
  const byReference = new Map<string, string>();
  const marks = new Map<string, Admission | null>();
  let inOrder: Known[] | null = null;

  const seen = (known: Known | undefined): Person | undefined => known && marked(known.person);
  const marked = (person: Person): Person => {
    const mark = marks.get(person.registrationId);
    if (mark === undefined) return person;
    return { ...person, checkedInAt: mark?.at ?? null, gate: mark?.gate ?? null, admittedBy: mark?.by ?? null };
  };

  return {
    /** Takes over what the server says now. */
    merge(changed: Person[]): void {
      for (const person of changed) {
        const before = people.get(person.registrationId);
        if (before && before.person.ticketId !== person.ticketId) byTicket.delete(before.person.ticketId);
        byTicket.set(person.ticketId, person.registrationId);
        byReference.set(person.reference, person.registrationId);
        if (before && before.person.name === person.name) before.person = person;
        else {
          people.set(person.registrationId, { person, words: wordsOf(person.name) });
          inOrder = null;
        }
      }
    },
    /** Says that this phone let somebody in, or took that back (null), before the server knows. */
    mark: (registrationId: string, admission: Admission | null) => void marks.set(registrationId, admission),
    /** Drops the mark: from now on the server's word counts. */
    unmark: (registrationId: string) => void marks.delete(registrationId),
    find: (registrationId: string) => seen(people.get(registrationId)),
    findByTicket: (ticketId: string) => seen(people.get(byTicket.get(ticketId) ?? "")),
    findByReference: (reference: string) => seen(people.get(byReference.get(reference) ?? "")),
    size: () => people.size,
    clear(): void {
      for (const map of [people, byTicket, byReference, marks]) map.clear();
      inOrder = null;
    },
    all: (): Person[] => [...people.values()].map(({ person }) => marked(person)),
    /** The people whose name has a word beginning with each typed word: those still to come first, then by name. */
    search(typed: string, limit = 20): Person[] {
      const terms = searchTextOf(typed).split(notInWords).filter(Boolean);
      if (terms.join("").length < 2) return [];
      const starts = terms.map((term) => ` ${term}`);
      inOrder ??= [...people.values()].sort((a, b) => (a.words < b.words ? -1 : 1));
      const ranks: Person[][] = [[], [], [], []];
      for (const known of inOrder) {
        if (!starts.every((start) => known.words.includes(start))) continue;
        const person = marked(known.person);
        const found = ranks[rankOf(person)];
        if (found && found.length < limit) found.push(person);
        if (ranks[0]?.length === limit) break;
      }
      return ranks.flat().slice(0, limit);
    },
  };
}

export type Roster = ReturnType<typeof createRoster>;

/** A name's words, each after a space, those with an apostrophe or a hyphen both whole and in parts. */
function wordsOf(name: string): string {
  const whole = searchTextOf(name).split(/\s+/);
  const words = whole.flatMap((word) => [word.replace(/[^\p{L}\p{N}]/gu, ""), ...word.split(notInWords)]);
  return ` ${[...new Set(words)].join(" ")}`;
}

/** Those who can still come in first, those who gave up their seat last. */
function rankOf({ status, checkedInAt }: Person): number {
  if (status === "cancelled") return 3;
  if (status === "waitlisted") return 2;
  return checkedInAt ? 1 : 0;
}

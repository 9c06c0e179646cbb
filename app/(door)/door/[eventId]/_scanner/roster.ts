import { searchTextOf } from "@/lib/platform/search-text";

/** A person as GET /api/checkin/roster tells them. */
export type Person = {
  registrationId: string;
  name: string;
  department: string | null;
  status: "confirmed" | "waitlisted" | "cancelled";
  reference: string;
  checkedInAt: string | null;
};

type Known = { person: Person; words: string[] };

const notInWords = /[^\p{L}\p{N}]+/u;

/** A name's words, those with an apostrophe or a hyphen both whole and in parts. */
function wordsOf(name: string): string[] {
  const whole = searchTextOf(name).split(/\s+/);
  return whole.flatMap((word) => [word.replace(/[^\p{L}\p{N}]/gu, ""), ...word.split(notInWords)]);
}

/** Those who can still come in first, those who gave up their seat last. */
function rankOf({ status, checkedInAt }: Person): number {
  if (status === "cancelled") return 3;
  if (status === "waitlisted") return 2;
  return checkedInAt ? 1 : 0;
}

/** The guest list on this phone, kept up to date by merging what changed; search is blind to accents and case. */
export function createRoster() {
  const people = new Map<string, Known>();
  return {
    merge(changed: Person[]): void {
      for (const person of changed) {
        people.set(person.registrationId, { person, words: wordsOf(person.name) });
      }
    },
    find: (registrationId: string): Person | undefined => people.get(registrationId)?.person,
    size: () => people.size,
    /** The people whose name has a word beginning with each typed word: those still to come first, then by name. */
    search(typed: string, limit = 20): Person[] {
      const terms = searchTextOf(typed).split(notInWords).filter(Boolean);
      if (terms.join("").length < 2) return [];
      const isMatch = ({ words }: Known) => terms.every((term) => words.some((word) => word.startsWith(term)));
      return [...people.values()]
        .filter(isMatch)
        .map((known) => known.person)
        .sort((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name))
        .slice(0, limit);
    },
  };
}

export type Roster = ReturnType<typeof createRoster>;

import type { Audience } from "@/lib/notifications/input";

const words: Record<Audience, { choice: string; list: string }> = {
  confirmed: { choice: "Everyone with a seat", list: "everyone with a seat" },
  not_checked_in: { choice: "Not checked in yet", list: "those not checked in yet" },
  checked_in: { choice: "Checked in", list: "those checked in" },
  waitlisted: { choice: "On the waitlist", list: "the waitlist" },
};

/** An audience as a choice of the form. */
export function choiceFor(audience: Audience): string {
  return words[audience].choice;
}

/** Whom a message went to, inside a sentence. */
export function audienceInWords({ audience, department }: { audience: Audience; department: string | null }): string {
  return department ? `${words[audience].list}, ${department} only` : words[audience].list;
}

/** "1 person", "1,204 people". */
export function peopleInWords(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "person" : "people"}`;
}

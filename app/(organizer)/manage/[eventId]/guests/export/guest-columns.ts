import { localOfInstant } from "@/lib/events/local-time";
import type { EventDetail } from "@/lib/events/queries";
import type { GuestListItem } from "@/lib/registrations/queries";
import { answerWords } from "../answer-words";

type Column = { header: string; cell: (guest: GuestListItem) => string | number | null | undefined };

/** The columns of a guest list's file: the person, each instant in UTC and on the event's clock, and an answer to each question. */
export function guestColumnsOf({ timezone, questions }: Pick<EventDetail, "timezone" | "questions">): Column[] {
  return [
    { header: "Name", cell: ({ name }) => name },
    { header: "E-mail", cell: ({ email }) => email },
    { header: "Department", cell: ({ department }) => department },
    { header: "Status", cell: ({ status }) => status },
    { header: "Waitlist position", cell: ({ waitlistPosition }) => waitlistPosition },
    { header: "Ticket reference", cell: ({ reference }) => reference },
    ...instantColumns("Registered", ({ registeredAt }) => registeredAt),
    ...instantColumns("Checked in", ({ checkedInAt }) => checkedInAt),
    ...instantColumns("Cancelled", ({ cancelledAt }) => cancelledAt),
    ...questions.map(({ id, label }) => ({
      header: label,
      cell: ({ answers }: GuestListItem) => answerWords(answers?.[id]),
    })),
  ];

  function instantColumns(word: string, instantOf: (guest: GuestListItem) => Date | null): Column[] {
    return [
      { header: `${word} (UTC)`, cell: (guest) => instantOf(guest)?.toISOString() },
      { header: `${word} (${timezone})`, cell: (guest) => onTheClock(instantOf(guest)) },
    ];
  }

  function onTheClock(instant: Date | null): string | null {
    return instant && localOfInstant(instant, timezone).replace("T", " ");
  }
}

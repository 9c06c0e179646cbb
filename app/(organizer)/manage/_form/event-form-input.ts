import { z } from "zod";
import { createEventInput } from "@/lib/events/input";
import { readLocalTime } from "@/lib/events/local-time";
import { isKnownZone } from "@/lib/organisation/rules";
import type { FieldError } from "@/lib/platform/errors";
import { questionRowsOf } from "./question-rows";

const defaultHours = 2;
const fieldsInOrder = [
  "title",
  "startsAt",
  "endsAt",
  "timezone",
  "venue",
  "capacity",
  "waitlistEnabled",
  "registrationOpensAt",
  "registrationClosesAt",
  "visibility",
  "eligibility",
  "eligibleDepartments",
  "approval",
  "guestsPerPerson",
  "confirmWithinHours",
  "confirmAddressMinutes",
  "reminderMinutes",
  "summary",
  "description",
  "category",
  "cover",
  "coverUrl",
  "questions",
];
// No event has the nil id, so a forged one is simply not found.
const eventIdField = z.uuid().catch("00000000-0000-0000-0000-000000000000");

/**
 * The event form as the verbs take it. Times are typed on the clock of the chosen zone; an empty end means two hours after
 * the start. All faults are told at once, each under the name of its field.
 */
export const eventFormInput = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === "string" ? value.trim() : "";
  };
  const { times, faults } = readTimes(text);
  const { rows, rowNumbers } = questionRowsOf(fields);
  const parsed = createEventInput.safeParse({
    ...times,
    title: text("title"),
    timezone: text("timezone"),
    venue: text("venue"),
    summary: text("summary"),
    description: text("description"),
    category: text("category") || "other",
    coverUrl: text("removesCover") === "on" ? null : text("coverUrl") || null,
    capacity: text("capacity") === "" ? null : Number(text("capacity").replaceAll(",", "")),
    waitlistEnabled: text("waitlistEnabled") === "on",
    eligibility: text("eligibility") || "everyone",
    visibility: text("visibility") || "public",
    eligibleDepartments: linesIn(text("eligibleDepartments")),
    approval: text("approval") || "none",
    guestsPerPerson: Number(text("guestsPerPerson")),
    confirmWithinMinutes:
      text("confirmWithinHours") === "" ? null : Math.round(Number(text("confirmWithinHours").replace(",", ".")) * 60),
    confirmAddressMinutes:
      text("confirmAddressMinutes") === "" ? null : Number(text("confirmAddressMinutes").replaceAll(",", "")),
    reminderMinutes: remindersIn(fields),
    questions: rows,
  });
  const issues = parsed.error?.issues ?? [];
  const more = issues.map(({ path, message }) => ({ path: fieldNameOf(path, rowNumbers), message }));
  const all = [...faults, ...more.filter(({ path }) => !(path in times))];
  for (const { path, message } of all.sort((left, right) => placeOf(left.path) - placeOf(right.path)))
    context.addIssue({ code: "custom", path: [path], message });
  if (!parsed.success || faults.length > 0) return z.NEVER;
  return {
    event: parsed.data,
    /** A picture that was chosen to be uploaded. */
    cover: fields.cover instanceof Blob && fields.cover.size > 0 ? fields.cover : null,
    eventId: eventIdField.parse(text("eventId")),
    revision: text("revision") === "" || text("overwrite") === "1" ? undefined : Number(text("revision")),
    isPublishing: text("intent") === "publish",
  };
});

export type EventFormInput = z.output<typeof eventFormInput>;

type Times = Record<"startsAt" | "endsAt" | "registrationOpensAt" | "registrationClosesAt", string | null>;

function readTimes(text: (name: string) => string): { times: Times; faults: FieldError[] } {
  const faults: FieldError[] = [];
  const timezone = isKnownZone(text("timezone")) ? text("timezone") : null;
  const startsAt = read("startsAt", "Say when the event starts.");
  const endsAt = text("endsAt") === "" ? startsAt && hoursAfter(startsAt) : read("endsAt");
  const registrationOpensAt = read("registrationOpensAt");
  const registrationClosesAt = read("registrationClosesAt");
  return { times: { startsAt, endsAt, registrationOpensAt, registrationClosesAt }, faults };

  function read(field: keyof Times, missing?: string): string | null {
    const local = text(field);
    if (local === "") {
      if (missing) faults.push({ path: field, message: missing });
      return null;
    }
    const time = readLocalTime(local, timezone ?? "UTC");
    if (time.kind === "instant") return time.instant.toISOString();
    const message =
      time.kind === "malformed"
        ? "Give a date and a time, like 2026-06-03T18:00."
        : `${local.slice(11, 16)} does not exist on that day in ${timezone}: the clocks go from ${time.from} to ${time.to}. Choose another time.`;
    faults.push({ path: field, message });
    return null;
  }
}

function remindersIn(fields: Record<string, unknown>): number[] {
  return Object.keys(fields).flatMap((name) => {
    const minutes = name.match(/^reminder\.(\d{1,6})$/)?.[1];
    return minutes ? [Number(minutes)] : [];
  });
}

function linesIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}

function hoursAfter(startsAt: string): string {
  return new Date(Date.parse(startsAt) + defaultHours * 60 * 60 * 1000).toISOString();
}

// Faults are read from the top of the form to its end.
function placeOf(path: string): number {
  return fieldsInOrder.indexOf(path.split(".")[0] ?? path);
}

// A question's place in the list is not its row in the form, where rows may be left empty.
function fieldNameOf(path: PropertyKey[], rowNumbers: number[]): string {
  const [first, index, part] = path;
  if (first === "confirmWithinMinutes") return "confirmWithinHours";
  if (first !== "questions" || typeof index !== "number") return String(first);
  return `questions.${rowNumbers[index] ?? index}.${String(part ?? "label")}`;
}

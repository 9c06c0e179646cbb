import { localOfInstant } from "@/lib/events/local-time";
import type { EventDetail } from "@/lib/events/queries";
import type { FormValues } from "./form-part";

/** What the form of an existing event starts with: its times on its own zone's clock. */
export function eventValuesOf(event: EventDetail): FormValues {
  const local = (instant: Date | null) => (instant ? localOfInstant(instant, event.timezone) : "");
  const values: FormValues = {
    title: event.title,
    startsAt: local(event.startsAt),
    endsAt: local(event.endsAt),
    timezone: event.timezone,
    venue: event.venue,
    summary: event.summary,
    description: event.description,
    category: event.category,
    coverUrl: event.coverUrl ?? "",
    capacity: event.capacity === null ? "" : String(event.capacity),
    registrationOpensAt: local(event.registrationOpensAt),
    registrationClosesAt: local(event.registrationClosesAt),
    eligibility: event.eligibility,
    visibility: event.visibility,
    eligibleDepartments: event.eligibleDepartments.join("\n"),
    approval: event.approval,
    guestsPerPerson: event.guestsPerPerson === 0 ? "" : String(event.guestsPerPerson),
    confirmWithinHours: event.confirmWithinMinutes === null ? "" : String(event.confirmWithinMinutes / 60),
    confirmAddressMinutes: event.confirmAddressMinutes === null ? "" : String(event.confirmAddressMinutes),
    ...(event.waitlistEnabled && { waitlistEnabled: "on" }),
  };
  return { ...values, ...reminderValuesOf(event.reminderMinutes), ...questionValuesOf(event.questions) };
}

/** The ticked reminders of the form. */
export function reminderValuesOf(reminderMinutes: readonly number[]): FormValues {
  return Object.fromEntries(reminderMinutes.map((minutes) => [`reminder.${minutes}`, "on"]));
}

/** The rows of the form's questions. */
export function questionValuesOf(questions: EventDetail["questions"]): FormValues {
  const values: FormValues = {};
  for (const [index, question] of questions.entries()) {
    const field = (name: string) => `questions.${index}.${name}`;
    values[field("id")] = question.id;
    values[field("label")] = question.label;
    values[field("kind")] = question.kind;
    values[field("options")] = question.options?.join("\n") ?? "";
    if (question.required) values[field("required")] = "on";
  }
  return values;
}

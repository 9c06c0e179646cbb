import { z } from "zod";
import { departmentField, emailField, nameField } from "@/lib/access/input";
import { lineField, pageFields } from "@/lib/events/input";

export const registrationStatuses = ["confirmed", "waitlisted", "cancelled"] as const;

// PostgreSQL stores no NUL and no half of a surrogate pair.
const notInAnswers = /[^\P{Cc}\n\t\r]|\p{Cs}/u;

const answerField = z.union([
  z
    .string()
    .max(2000, "An answer may have at most 2,000 characters.")
    .refine((text) => !notInAnswers.test(text), "An answer can't contain control characters."),
  z.number(),
]);

/** Answers by question id. */
export const answersField = z.record(z.string().max(40), answerField).default({});

const registration = z.object({
  eventId: z.uuid().toLowerCase(),
  name: nameField.optional(),
  email: emailField.optional(),
  department: departmentField.optional(),
  answers: answersField,
});

/** A registration, from JSON or from a form whose fields for the event's questions are named `answers.<question id>`. */
export const registerInput = z.preprocess(gatherAnswers, registration);

/** Turns a form's fields named `answers.<question id>` into one record; anything else stays as it is. */
export function gatherAnswers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const named = Object.entries(value).filter(([field]) => field.startsWith("answers."));
  if (named.length === 0) return value;
  return { ...value, answers: Object.fromEntries(named.map(([field, answer]) => [field.slice(8), answer])) };
}

export const registrationIdParams = z.object({ id: z.uuid().toLowerCase() });

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

/** The filters of a guest list; `q` looks in name, e-mail and reference. */
export const listRegistrationsInput = z.object({
  status: z.preprocess(blankIsAbsent, z.enum(registrationStatuses).optional()),
  q: z.preprocess(blankIsAbsent, lineField("The search", 100).optional()),
  department: z.preprocess(blankIsAbsent, departmentField.optional()),
  checkedIn: z.preprocess(blankIsAbsent, z.stringbool({ truthy: ["true", "1"], falsy: ["false", "0"] }).optional()),
  ...pageFields,
});

/** `when` counts an event under way as upcoming. */
export const listOwnRegistrationsInput = z.object({
  status: z.preprocess(blankIsAbsent, z.enum(registrationStatuses).optional()),
  when: z.preprocess(blankIsAbsent, z.enum(["upcoming", "past"]).optional()),
  ...pageFields,
});

/** With `eventId` the guest list of that event, without it one's own registrations. */
export const registrationsQuery = listRegistrationsInput.extend({
  when: listOwnRegistrationsInput.shape.when,
  eventId: z.preprocess(blankIsAbsent, z.uuid().toLowerCase().optional()),
});

export type RegisterInput = z.output<typeof registerInput>;
export type RegistrationStatus = (typeof registrationStatuses)[number];
export type ListRegistrationsInput = z.output<typeof listRegistrationsInput>;
export type ListOwnRegistrationsInput = z.output<typeof listOwnRegistrationsInput>;

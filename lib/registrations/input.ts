import { z } from "zod";
import { departmentField, emailField, nameField } from "@/lib/access/input";
import { lineField, pageFields } from "@/lib/events/input";

export const registrationStatuses = ["confirmed", "pending", "waitlisted", "cancelled"] as const;

// PostgreSQL stores no NUL and no half of a surrogate pair.
const notInAnswers = /[^\P{Cc}\n\t\r]|\p{Cs}/u;

const answerField = z.union([
  z
    .string()
    .max(2000, "An answer may have at most 2,000 characters.")
    .refine((text) => !notInAnswers.test(text), "An answer can't contain control characters."),
  z.number(),
  z.boolean(),
]);

/** Answers by question id. */
export const answersField = z.record(z.string().max(40), answerField).default({});

const registration = z.object({
  eventId: z.uuid().toLowerCase(),
  name: nameField.optional(),
  email: emailField.optional(),
  department: departmentField.optional(),
  answers: answersField,
  /** Whom the person brings. Fields of a form that were left empty are nobody. */
  guests: z
    .array(z.object({ name: nameField }))
    .max(20, "One can bring at most 20 guests.")
    .default([]),
  /** The code at the end of an invitation link. */
  invitation: z.string().max(100).optional(),
});

/**
 * A registration, from JSON or from a form whose fields for the event's questions are named `answers.<question id>`, and those for
 * guests `guests.<number>`.
 */
export const registerInput = z.preprocess((value) => gatherGuests(gatherAnswers(value)), registration);

/** Turns a form's fields named `answers.<question id>` into one record; anything else stays as it is. */
export function gatherAnswers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const named = Object.entries(value).filter(([field]) => field.startsWith("answers."));
  if (named.length === 0) return value;
  return { ...value, answers: Object.fromEntries(named.map(([field, answer]) => [field.slice(8), answer])) };
}

function gatherGuests(value: unknown): unknown {
  if (typeof value !== "object" || value === null || "guests" in value) return value;
  const named = Object.entries(value).filter(([field]) => /^guests\.\d+$/.test(field));
  if (named.length === 0) return value;
  const names = named.map(([, name]) => name).filter((name) => typeof name === "string" && name.trim() !== "");
  return { ...value, guests: names.map((name) => ({ name })) };
}

/** Whom the seat is passed on to. */
export const transferInput = z.object({ name: nameField, email: emailField });

/** How many people an organizer can add at once. */
export const mostAdded = 1000;

/** Somebody whom an organizer adds. */
export const addedPerson = z.object({
  name: z.string("The name is missing.").pipe(nameField),
  email: z.string("The e-mail address is missing.").pipe(emailField),
  department: departmentField.optional(),
});

export const addGuestsInput = z.object({ people: z.array(addedPerson).min(1).max(mostAdded) });

export const doorNoteField = lineField("The note", 120);

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

/** How one came to an event's page: by an invitation link, or not. */
export const readerQuery = z.object({ invitation: z.string().optional() });

export type RegisterInput = z.output<typeof registerInput>;
export type AddedPerson = z.output<typeof addedPerson>;
export type AddGuestsInput = z.output<typeof addGuestsInput>;
export type TransferInput = z.output<typeof transferInput>;
export type RegistrationStatus = (typeof registrationStatuses)[number];
export type ListRegistrationsInput = z.output<typeof listRegistrationsInput>;
export type ListOwnRegistrationsInput = z.output<typeof listOwnRegistrationsInput>;

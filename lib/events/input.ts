import { z } from "zod";
import { timezoneField } from "@/lib/organisation/input";

export const eventStatuses = ["draft", "published", "cancelled", "completed"] as const;
/** Whether the organizer decides on each request, and whether it keeps a seat free until then. */
export const approvals = ["none", "holds_seat", "holds_no_seat"] as const;
/** Who may register. */
export const eligibilities = ["everyone", "departments", "invitation"] as const;
/** Who finds an event and sees its page. */
export const visibilities = ["public", "unlisted", "signed_in", "departments"] as const;
export const questionKinds = ["text", "choice", "rating", "consent"] as const;

/** `limit` and `cursor` as every list takes them. */
export const pageFields = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(500).optional(),
};

export const eventIdParams = z.object({ id: z.uuid().toLowerCase() });

// PostgreSQL stores no NUL and no half of a surrogate pair; other control characters forge lines in mails and lists.
const notInLines = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const notInProse = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** One line of text of at most `max` characters. */
export function lineField(label: string, max: number) {
  return z
    .string()
    .trim()
    .max(max, `${label} may have at most ${max} characters.`)
    .refine((text) => !notInLines.test(text), `${label} can't contain line breaks or control characters.`);
}

/** Text of many lines; line breaks are kept as `\n`. */
export function proseField(label: string, max: number) {
  return z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(max, { error: () => `${label} may have at most ${max.toLocaleString("en")} characters.` })
        .refine((text) => !notInProse.test(text), `${label} can't contain control characters.`),
    );
}

/** An instant in RFC 3339, between the years 1970 and 2199. */
export function instantField(label: string) {
  return z.iso
    .datetime({ offset: true, message: `${label} must be an RFC 3339 instant such as 2026-06-03T16:00:00Z.` })
    .transform((text) => new Date(text))
    .refine((instant) => isInRange(instant), `${label} must lie between the years 1970 and 2199.`);
}

function isInRange(instant: Date): boolean {
  return instant.getTime() >= 0 && instant.getTime() < Date.UTC(2200, 0, 1);
}

/** The id of a category: a lower-case word. Whether it is in the list, the verb asks. */
export const categoryField = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Choose a category of the list.")
  .max(40, "Choose a category of the list.");

const capacityMessage = "Capacity is a whole number from 1 to 1,000,000; leave it out for no limit.";
export const capacityField = z.int(capacityMessage).min(1, capacityMessage).max(1_000_000, capacityMessage);

/**
 * An uploaded picture by its path; one with https:// is stored for other programs, and never shown
 * on our pages.
 */
export const coverUrlField = z.union(
  [
    z.string().regex(/^\/pictures\/[0-9a-f]{64}$/),
    z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(1000, "The picture's address is too long."),
  ],
  "The picture needs an address with https://.",
);

/** A question that the organizer asks; without an id it gets one that follows from its words. */
export const questionInput = z
  .object({
    id: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,40}$/, "A question's id has 1 to 40 letters, digits, - or _.")
      .optional(),
    label: lineField("A question", 200).min(1, "Write the question."),
    kind: z.enum(questionKinds, "Choose the kind of answer."),
    required: z.boolean().default(false),
    options: z
      .array(lineField("A choice", 100).min(1, "A choice can't be empty."))
      .max(20, "A question may have at most 20 choices.")
      .optional(),
  })
  .superRefine(({ kind, options = [] }, context) => {
    if (kind === "choice" && options.length < 2)
      context.addIssue({ code: "custom", path: ["options"], message: "Give at least two choices." });
    if (new Set(options).size < options.length)
      context.addIssue({ code: "custom", path: ["options"], message: "Each choice may stand there only once." });
  })
  .transform(({ options, id, ...question }) => ({
    id: id ?? idOfLabel(question.label),
    ...question,
    ...(question.kind === "choice" && { options }),
  }));

// FNV-1a. Not random: the same request must parse to the same input, for Idempotency-Key compares them.
function idOfLabel(label: string): string {
  let hash = 0x811c9dc5;
  for (const letter of label) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `q${hash.toString(36)}`;
}

export const questionsField = z
  .array(questionInput)
  .max(20, "Ask at most 20 questions.")
  .refine(
    (questions) => new Set(questions.map(({ id }) => id)).size === questions.length,
    "Two questions are the same.",
  );

const confirmWithinMessage =
  "Between a quarter of an hour and 14 days; leave it out, and a promoted seat needs no answer.";
const confirmAddressMessage =
  "Between 5 minutes and 24 hours (1440 minutes); leave it out, and nobody confirms an address by mail.";
const guestsMessage = "One person may bring 0 to 20 guests.";

const reminderMessage = "At most 5 different reminders, each between 15 minutes and 30 days before the start.";
/** How long before the start people are reminded, the earliest first. */
export const reminderMinutesField = z
  .array(
    z
      .int(reminderMessage)
      .min(15, reminderMessage)
      .max(30 * 24 * 60, reminderMessage),
    reminderMessage,
  )
  .max(5, reminderMessage)
  .refine((minutes) => new Set(minutes).size === minutes.length, reminderMessage)
  .transform((minutes) => minutes.toSorted((left, right) => right - left));

const eventFields = {
  title: lineField("The title", 200).min(1, "Give the event a title."),
  summary: lineField("The summary", 300),
  description: proseField("The description", 20_000),
  category: categoryField,
  startsAt: instantField("The start"),
  endsAt: instantField("The end"),
  timezone: timezoneField,
  venue: lineField("The venue", 200),
  coverUrl: coverUrlField.nullable(),
  capacity: capacityField.nullable(),
  waitlistEnabled: z.boolean(),
  registrationOpensAt: instantField("The opening of registration").nullable(),
  registrationClosesAt: instantField("The closing of registration").nullable(),
  approval: z.enum(approvals, "Choose whether you approve each registration."),
  eligibility: z.enum(eligibilities, "Choose who may register."),
  visibility: z.enum(visibilities, "Choose who sees the event."),
  eligibleDepartments: z
    .array(lineField("A department", 80).min(1, "A department can't be empty."))
    .max(50, "Name at most 50 departments."),
  confirmWithinMinutes: z
    .int(confirmWithinMessage)
    .min(15, confirmWithinMessage)
    .max(14 * 24 * 60, confirmWithinMessage)
    .nullable(),
  confirmAddressMinutes: z
    .int(confirmAddressMessage)
    .min(5, confirmAddressMessage)
    .max(24 * 60, confirmAddressMessage)
    .nullable(),
  guestsPerPerson: z.int(guestsMessage).min(0, guestsMessage).max(20, guestsMessage),
  reminderMinutes: reminderMinutesField,
  questions: questionsField,
};

export const createEventInput = z.object({
  ...eventFields,
  summary: eventFields.summary.default(""),
  description: eventFields.description.default(""),
  category: eventFields.category.default("other"),
  venue: eventFields.venue.default(""),
  coverUrl: eventFields.coverUrl.default(null),
  capacity: eventFields.capacity.default(null),
  waitlistEnabled: eventFields.waitlistEnabled.default(true),
  registrationOpensAt: eventFields.registrationOpensAt.default(null),
  registrationClosesAt: eventFields.registrationClosesAt.default(null),
  approval: eventFields.approval.default("none"),
  eligibility: eventFields.eligibility.default("everyone"),
  visibility: eventFields.visibility.default("public"),
  eligibleDepartments: eventFields.eligibleDepartments.default([]),
  confirmWithinMinutes: eventFields.confirmWithinMinutes.default(null),
  confirmAddressMinutes: eventFields.confirmAddressMinutes.default(null),
  guestsPerPerson: eventFields.guestsPerPerson.default(0),
  reminderMinutes: eventFields.reminderMinutes.default(() => [1440, 120]),
  questions: eventFields.questions.default([]),
});

/** Any of the fields; with `revision`, only if nobody changed the event since that revision was read. */
export const updateEventInput = z
  .object(eventFields)
  .partial()
  .extend({ revision: z.int().min(0).optional() });

export const cancelEventInput = z.object({ reason: lineField("The reason", 500).optional() });
export const duplicateEventInput = z.object({ startsAt: instantField("The start") });

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);

/** `when` counts an event under way as upcoming; past events come latest first. */
export const listEventsInput = z.object({
  status: z.preprocess(blankIsAbsent, z.enum(eventStatuses).optional()),
  category: z.preprocess(blankIsAbsent, categoryField.optional()),
  q: z.preprocess(blankIsAbsent, lineField("The search", 100).optional()),
  from: z.preprocess(blankIsAbsent, instantField("from").optional()),
  to: z.preprocess(blankIsAbsent, instantField("to").optional()),
  when: z.preprocess(blankIsAbsent, z.enum(["upcoming", "past"]).optional()),
  organizerId: z.preprocess(blankIsAbsent, z.uuid().toLowerCase().optional()),
  ...pageFields,
});

/** The parts of the page of one's own events. */
export const managedViews = ["live", "next", "drafts", "past", "cancelled"] as const;

export const listManagedEventsInput = z.object({ view: z.enum(managedViews).default("next"), ...pageFields });

export type Approval = (typeof approvals)[number];
export type Eligibility = (typeof eligibilities)[number];
export type Visibility = (typeof visibilities)[number];
export type EventStatus = (typeof eventStatuses)[number];
export type ManagedView = (typeof managedViews)[number];
export type CreateEventInput = z.output<typeof createEventInput>;
export type UpdateEventInput = z.output<typeof updateEventInput>;
export type CancelEventInput = z.output<typeof cancelEventInput>;
export type ListEventsInput = z.output<typeof listEventsInput>;
export type ListManagedEventsInput = z.output<typeof listManagedEventsInput>;

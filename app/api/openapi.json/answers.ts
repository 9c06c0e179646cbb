import { z } from "zod";
import { approvals, eligibilities, visibilities } from "@/lib/events/input";
import { registrationStatuses } from "@/lib/registrations/input";

export const instant = z.iso.datetime().meta({ description: "RFC 3339 in UTC, with milliseconds" });
export const id = z.uuid();

/** One page of a list, in keyset order. */
export function pageAnswer<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

export const problemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "What went wrong (RFC 9457)" });

export const tokensAnswer = z
  .object({
    accessToken: z.string(),
    expiresIn: z.int(),
    refreshToken: z.string(),
    refreshExpiresIn: z.int(),
    user: z.object({ id, email: z.string(), name: z.string(), role: z.enum(["attendee", "organizer", "admin"]) }),
  })
  .meta({ id: "Tokens" });

export const questionAnswer = z
  .object({
    id: z.string(),
    label: z.string(),
    kind: z.enum(["text", "choice", "rating", "consent"]),
    required: z.boolean(),
    options: z.array(z.string()).optional(),
  })
  .meta({ id: "Question" });

export const answersAnswer = z
  .record(z.string(), z.union([z.string(), z.number(), z.object({ wording: z.string(), givenAt: instant })]))
  .meta({ id: "Answers", description: "the answers, by question id" });

export const eventListAnswer = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    category: z.string(),
    status: z.enum(["draft", "published", "cancelled", "completed"]),
    startsAt: instant,
    endsAt: instant,
    timezone: z.string().meta({ description: "IANA zone" }),
    venue: z.string(),
    capacity: z.int().nullable().meta({ description: "null means no limit" }),
    seatsTaken: z.int(),
    waitlistCount: z.int(),
    coverUrl: z.string().nullable(),
  })
  .meta({ id: "EventListItem" });

export const eventAnswer = eventListAnswer
  .extend({
    description: z.string().meta({ description: "Markdown" }),
    registrationOpensAt: instant.nullable(),
    registrationClosesAt: instant.nullable(),
    waitlistEnabled: z.boolean(),
    approval: z.enum(approvals).meta({ description: "whether the organizer decides on each request" }),
    eligibility: z.enum(eligibilities),
    visibility: z.enum(visibilities),
    eligibleDepartments: z.array(z.string()),
    confirmWithinMinutes: z.int().nullable().meta({ description: "how long somebody promoted has to answer" }),
    confirmAddressMinutes: z
      .int()
      .nullable()
      .meta({ description: "how long whoever is not signed in has to confirm their address by mail" }),
    guestsPerPerson: z.int(),
    reminderMinutes: z.array(z.int()).meta({ description: "how long before the start people are reminded" }),
    questions: z.array(questionAnswer),
    organizer: z.object({ id, name: z.string() }),
    revision: z.int(),
  })
  .meta({ id: "Event" });

const ticketAnswer = z.object({ code: z.string(), url: z.string() }).meta({ id: "Ticket" });

export const registrationAnswer = z
  .object({
    id,
    eventId: id,
    status: z.enum(registrationStatuses),
    waitlistPosition: z.int().nullable(),
    ticket: ticketAnswer.nullable(),
    confirmBy: instant.nullable().meta({ description: "until when the seat is held for an answer" }),
    registeredAt: instant,
    pageUrl: z.string().meta({
      description:
        "whoever has it acts as the attendee; a guest's may look and cancel, until the link in the mail proves the address",
    }),
    name: z.string(),
    reference: z.string().meta({ description: "what the ticket shows and door staff can type" }),
  })
  .meta({ id: "Registration" });

export const codeSentAnswer = z.object({ expiresIn: z.int() }).meta({ id: "CodeSent" });

const sessionAnswer = z
  .object({
    id,
    createdAt: instant,
    lastUsedAt: instant.meta({ description: "within a few minutes" }),
    userAgent: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: "Session" });

export const sessionPageAnswer = pageAnswer(sessionAnswer).meta({ id: "SessionPage" });

export const accountAnswer = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    department: z.string().nullable(),
    role: z.enum(["attendee", "organizer", "admin"]),
    locale: z.string(),
    timezone: z.string().nullable(),
    mayManageEvents: z.boolean(),
    mayOpenDoors: z.boolean(),
    mayAdminister: z.boolean(),
  })
  .meta({ id: "Account" });

export const readerAnswer = z
  .object({
    account: accountAnswer.nullable(),
    registration: registrationAnswer.extend({ checkedInAt: instant.nullable() }).nullable(),
    mayManage: z.boolean(),
    mayOpenDoor: z.boolean(),
    ineligibleReason: z
      .enum(["department", "unknown_department", "invitation"])
      .nullable()
      .meta({ description: "why one may not register" }),
    surveyUrl: z.string().nullable().meta({ description: "a path, while the survey waits for one's answer" }),
  })
  .meta({ id: "EventReader" });

export const alreadyRegisteredGuestAnswer = z
  .object({ eventId: id, status: z.literal("already_registered"), ticket: z.null() })
  .meta({ id: "AlreadyRegisteredGuest" });

export const guestAnswer = z
  .object({
    id,
    name: z.string(),
    email: z.string().optional().meta({ description: "for organizers only" }),
    department: z.string().nullable(),
    status: z.enum(registrationStatuses),
    waitlistPosition: z.int().nullable(),
    registeredAt: instant,
    checkedInAt: instant.nullable(),
  })
  .meta({ id: "Guest" });

export const cancelledAnswer = z.object({ id, status: z.literal("cancelled") }).meta({ id: "CancelledRegistration" });

export const confirmedAnswer = z.object({ id, status: z.literal("confirmed") }).meta({ id: "ConfirmedRegistration" });

export const approvedAnswer = z
  .object({ id, status: z.enum(["confirmed", "waitlisted"]) })
  .meta({ id: "ApprovedRegistration" });

export const scanResultsAnswer = z
  .object({
    results: z.array(
      z.object({
        scanId: id,
        verdict: z.enum([
          "admitted",
          "already_checked_in",
          "cancelled",
          "waitlisted",
          "wrong_event",
          "revoked",
          "not_a_ticket",
          "conflict",
        ]),
        registrationId: id.optional(),
        name: z.string().optional(),
        department: z.string().nullable().optional(),
        firstCheckedInAt: instant.optional(),
        firstGate: z.string().nullable().optional(),
        correctEventId: id.optional(),
      }),
    ),
  })
  .meta({ id: "ScanResults" });

export const cronAnswer = z.object({ task: z.string(), enqueued: z.int() }).meta({ id: "CronResult" });

import { z } from "zod";
import { answersAnswer, id, instant, pageAnswer } from "./answers";

export const erasingAnswer = z.object({ status: z.literal("erasing") }).meta({ id: "Erasing" });

const details = z.record(z.string(), z.json());

export const auditAnswer = pageAnswer(
  z
    .object({
      id,
      at: instant,
      actor: z.object({ id, name: z.string() }).nullable().meta({ description: "null: the clock, or a stranger" }),
      action: z.string().meta({ description: "a noun and a verb: event.published" }),
      eventId: id.nullable(),
      subjectId: id.nullable(),
      details,
    })
    .meta({ id: "AuditEntry" }),
);

const eventTitle = z.string();

export const personExportAnswer = z
  .object({
    exportedAt: instant,
    account: z.object({
      id,
      email: z.string(),
      name: z.string(),
      department: z.string().nullable(),
      departmentSource: z.enum(["self", "directory", "import", "admin"]),
      role: z.enum(["attendee", "organizer", "admin"]),
      locale: z.string(),
      timezone: z.string().nullable(),
      hasPassword: z.boolean(),
      emailVerifiedAt: instant.nullable(),
      lastSeenAt: instant.nullable(),
      disabledAt: instant.nullable(),
      createdAt: instant,
      addressFault: z.enum(["bounced", "complained"]).nullable(),
    }),
    identities: z.array(z.object({ issuer: z.string(), subject: z.string(), createdAt: instant, lastSeenAt: instant })),
    passkeys: z.array(z.object({ name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })),
    sessions: z.array(
      z.object({
        id,
        createdAt: instant,
        lastUsedAt: instant,
        expiresAt: instant,
        userAgent: z.string().nullable(),
        revokedAt: instant.nullable(),
      }),
    ),
    registrations: z.array(
      z.object({
        id,
        eventId: id,
        eventTitle,
        name: z.string(),
        department: z.string().nullable(),
        status: z.enum(["confirmed", "waitlisted", "cancelled", "pending"]),
        reference: z.string(),
        answers: answersAnswer,
        doorNote: z.string().nullable(),
        registeredAt: instant,
        cancelledAt: instant.nullable(),
        checkedInAt: instant.nullable(),
        checkedInGate: z.string().nullable(),
        guests: z.array(z.object({ name: z.string(), status: z.string() })),
        scans: z.array(
          z.object({ at: instant, verdict: z.string(), gate: z.string().nullable(), reason: z.string().nullable() }),
        ),
      }),
    ),
    responses: z.array(
      z.object({
        eventId: id,
        rating: z.int(),
        nps: z.int().nullable(),
        comment: z.string().nullable(),
        answers: answersAnswer,
        submittedAt: instant,
      }),
    ),
    messages: z.array(
      z.object({
        kind: z.string(),
        eventId: id.nullable(),
        status: z.string(),
        createdAt: instant,
        sentAt: instant.nullable(),
      }),
    ),
    mailOptOuts: z.array(z.object({ topic: z.string(), at: instant })),
    teams: z.array(z.object({ eventId: id, eventTitle, role: z.string(), since: instant })),
    doorPhones: z.array(
      z.object({
        eventId: id,
        name: z.string(),
        gate: z.string().nullable(),
        createdAt: instant,
        lastSeenAt: instant,
      }),
    ),
    audit: z.array(
      z.object({
        at: instant,
        action: z.string(),
        eventId: id.nullable(),
        subjectId: id.nullable(),
        bySelf: z.boolean(),
        details,
      }),
    ),
  })
  .meta({ id: "PersonExport", description: "at most 10,000 of each kind" });

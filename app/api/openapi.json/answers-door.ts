import { z } from "zod";
import { verdicts } from "@/lib/checkin/rules";
import { id, instant, pageAnswer } from "./answers";

const gate = z.string().nullable();
const publicKey = z.object({ keyId: z.int(), publicKey: z.string() });

const rosterPerson = z.object({
  registrationId: id,
  name: z.string(),
  department: z.string().nullable(),
  status: z.enum(["confirmed", "waitlisted", "cancelled"]),
  ticketId: id,
  reference: z.string(),
  note: z.string().nullable(),
  checkedInAt: instant.nullable(),
  gate,
  admittedBy: z.string().nullable(),
});

export const rosterAnswer = pageAnswer(rosterPerson)
  .extend({
    asOf: instant,
    serverTime: instant,
    keepUntil: instant.meta({ description: "when the phone must drop all this" }),
    event: z.object({
      id,
      title: z.string(),
      timezone: z.string(),
      endsAt: instant,
      canOverride: z.boolean(),
    }),
    counts: z.object({ registered: z.int(), checkedIn: z.int() }),
    gates: z.array(z.object({ gate, checkedIn: z.int() })),
    ticketKey: publicKey,
    ticketKeys: z.array(publicKey.extend({ isCurrent: z.boolean() })),
    revoked: z.array(z.object({ ticketId: id, registrationId: id })),
    otherEvents: z.array(z.object({ id, title: z.string() })),
  })
  .meta({ id: "Roster" });

export const undoneAnswer = z
  .object({ registrationId: id, checkedInAt: instant.nullable() })
  .meta({ id: "UndoneCheckIn" });

export const walkInResultsAnswer = z
  .object({
    results: z.array(
      z.object({
        walkInId: id,
        outcome: z.enum(["admitted", "already_registered", "waitlisted", "full", "closed"]),
        isOverCapacity: z.boolean(),
        registrationId: id.optional(),
        verdict: z.enum(verdicts).optional(),
        name: z.string().optional(),
        department: z.string().optional(),
        firstCheckedInAt: instant.optional(),
        firstGate: z.string().optional(),
      }),
    ),
  })
  .meta({ id: "WalkInResults" });

export const startedDeviceAnswer = z.object({ deviceId: id, name: z.string(), gate }).meta({ id: "DoorDevice" });

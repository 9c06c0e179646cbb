import { z } from "zod";
import { departmentField, emailField, nameField } from "@/lib/access/input";
import { lineField, pageFields } from "@/lib/events/input";

const noneIfEmpty = (text: string) => text || undefined;
const id = z.uuid().toLowerCase();
const gateField = lineField("The gate", 80).transform(noneIfEmpty);

// A phone whose battery ran out may think it is 1970: `sentAt` tells how far off it is.
const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((instant) => instant.getTime() >= 0, "is before the year 1970");

/** The phone's clock when it sent this: instants of the phone are corrected by what it differs from ours. */
const sentAt = instant.optional();

/** One scan; `ticket` is what was read, a code or a typed reference, at most as long as a QR code can be. */
export const scanInput = z.object({
  scanId: id,
  ticket: z.string().trim().min(1).max(4296),
  scannedAt: instant,
  gate: gateField.optional(),
  device: lineField("The device", 80).transform(noneIfEmpty).optional(),
  offline: z.boolean().default(false),
  /** Whether the phone showed that the person may come in. */
  letIn: z.boolean().optional(),
  /** Lets in whom the list refuses; heeded only from those who may. */
  override: z.object({ reason: lineField("The reason", 200).min(1, "Say why.") }).optional(),
});

export const checkInInput = z.object({
  eventId: id,
  scans: z.array(scanInput).min(1).max(500),
  sentAt,
  /** Scans that still wait on the phone after these. */
  waiting: z.int().min(0).max(1_000_000).optional(),
});

/** `undoId` makes it count once; `undoneAt` is when, so that a later admission stands. */
export const undoCheckInInput = z.object({
  eventId: id,
  registrationId: id,
  undoId: id.optional(),
  undoneAt: instant.optional(),
  sentAt,
});

/** Somebody who came without a ticket; `scanId` is that of their admission. */
export const walkInInput = z.object({
  walkInId: id,
  scanId: id,
  name: nameField,
  email: emailField,
  department: departmentField.optional(),
  scannedAt: instant,
  gate: gateField.optional(),
  offline: z.boolean().default(false),
});

export const walkInsInput = z.object({ eventId: id, walkIns: z.array(walkInInput).min(1).max(100), sentAt });

/** What a phone says of itself when it starts; a member's own name and the link's gate stand where it says nothing. */
export const startDeviceInput = z.object({ eventId: id, name: nameField.optional(), gate: gateField.optional() });

/** How long a new door link opens the door; 0: until the door closes, some hours after the event. */
export const linkHours = [0, 2, 8, 24] as const;

/** A link for the phones at the door, for one gate or for any. */
export const makeDoorLinkInput = z.object({
  gate: gateField.optional(),
  hours: z.coerce.number().pipe(z.literal(linkHours)).default(0),
  mayOverride: z.literal("on").optional(),
});

/** Whoever opens a door link on a phone says who they are: every scan is put down to that name. */
export const joinDoorInput = z.object({ token: z.string().max(100), name: nameField });

export const doorLinkInput = z.object({ linkId: id });
export const doorDeviceInput = z.object({ deviceId: id });
export const conflictInput = z.object({ scanId: id });
export const walkInIdInput = z.object({ walkInId: id });

/** A phone fetches thousands of people, so its pages are larger than those of lists. */
export const rosterInput = z.object({
  ...pageFields,
  eventId: id,
  since: instant.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

export const scanLogInput = z.object({ ...pageFields, eventId: id });
export const liveDoorInput = z.object({ eventId: id });

export type ScanInput = z.output<typeof scanInput>;
export type CheckInInput = Omit<z.output<typeof checkInInput>, "eventId">;
export type UndoCheckInInput = Omit<z.output<typeof undoCheckInInput>, "eventId">;
export type WalkInInput = z.output<typeof walkInInput>;
export type WalkInsInput = Omit<z.output<typeof walkInsInput>, "eventId">;
export type StartDeviceInput = Omit<z.output<typeof startDeviceInput>, "eventId">;
export type MakeDoorLinkInput = z.output<typeof makeDoorLinkInput>;
export type JoinDoorInput = z.output<typeof joinDoorInput>;
export type RosterInput = Omit<z.output<typeof rosterInput>, "eventId">;
export type ScanLogInput = Omit<z.output<typeof scanLogInput>, "eventId">;

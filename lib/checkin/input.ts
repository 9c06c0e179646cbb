import { z } from "zod";
import { lineField, pageFields } from "@/lib/events/input";

const noneIfEmpty = (text: string) => text || undefined;

const scannedAt = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((instant) => instant.getTime() >= Date.UTC(2000, 0, 1), "is before the year 2000");

/** One scan; `ticket` is what was read, a code or a typed reference, at most as long as a QR code can be. */
export const scanInput = z.object({
  scanId: z.uuid().toLowerCase(),
  ticket: z.string().trim().min(1).max(4296),
  scannedAt,
  gate: lineField("The gate", 80).transform(noneIfEmpty).optional(),
  device: lineField("The device", 80).transform(noneIfEmpty).optional(),
  offline: z.boolean().default(false),
});

export const checkInInput = z.object({ eventId: z.uuid().toLowerCase(), scans: z.array(scanInput).min(1).max(500) });

export const undoCheckInInput = z.object({ eventId: z.uuid().toLowerCase(), registrationId: z.uuid().toLowerCase() });

/** A phone fetches thousands of people, so its pages are larger than those of lists. */
export const rosterInput = z.object({
  ...pageFields,
  eventId: z.uuid().toLowerCase(),
  since: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
});

export const scanLogInput = z.object({ ...pageFields, eventId: z.uuid().toLowerCase() });

export type ScanInput = z.output<typeof scanInput>;
export type CheckInInput = Omit<z.output<typeof checkInInput>, "eventId">;
export type RosterInput = Omit<z.output<typeof rosterInput>, "eventId">;
export type ScanLogInput = Omit<z.output<typeof scanLogInput>, "eventId">;

import { z } from "zod";
import { instantField, pageFields } from "@/lib/events/input";

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);
const idField = z.preprocess(blankIsAbsent, z.uuid("Give an id.").toLowerCase().optional());

/**
 * Which entries of the audit log a list shows; `action` is one, or with a dot at its end all of a
 * noun: `event.`.
 */
export const listAuditInput = z.object({
  eventId: idField,
  personId: idField,
  action: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^[a-z_]+\.[a-z_]*$/, "An action is a noun and a verb, such as event.published, or a noun with its dot.")
      .max(60)
      .optional(),
  ),
  from: z.preprocess(blankIsAbsent, instantField("The beginning").optional()),
  to: z.preprocess(blankIsAbsent, instantField("The end").optional()),
  ...pageFields,
});

export type ListAuditInput = z.output<typeof listAuditInput>;

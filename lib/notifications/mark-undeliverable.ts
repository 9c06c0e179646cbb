import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { now } from "@/lib/platform/clock";

const address = z.string().min(3).max(320).toLowerCase();

// https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html; event publishing names the type otherwise.
const sesNotification = z.looseObject({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z
    .looseObject({
      bounceType: z.string(),
      bouncedRecipients: z.array(z.looseObject({ emailAddress: address, diagnosticCode: z.string().optional() })),
    })
    .optional(),
  complaint: z
    .looseObject({
      complainedRecipients: z.array(z.looseObject({ emailAddress: address })),
      complaintFeedbackType: z.string().optional(),
    })
    .optional(),
});

type Fault = typeof undeliverableAddresses.$inferInsert;

/**
 * Marks the addresses that a notification of SES names as bounced for good or as complaining, and returns how many. What is only
 * delayed, or is about something else, marks nobody; the same notification twice changes nothing more.
 */
export async function markUndeliverable(notification: unknown): Promise<number> {
  const parsed = sesNotification.safeParse(notification);
  if (!parsed.success) return 0;
  const faults = faultsIn(parsed.data);
  if (faults.length === 0) return 0;
  await storeFaults(faults);
  return faults.length;
}

/**
 * Marks an address whose mailbox is said not to exist, with what the far end said; the same twice
 * changes nothing more.
 */
export async function markBounced(email: string, detail: string): Promise<void> {
  await storeFaults([{ email: email.toLowerCase(), fault: "bounced", detail: detail.slice(0, 500), at: now() }]);
}

async function storeFaults(faults: Fault[]): Promise<void> {
  await db()
    .insert(undeliverableAddresses)
    .values(faults)
    .onConflictDoUpdate({
      target: undeliverableAddresses.email,
      set: { fault: sql`excluded.fault`, detail: sql`excluded.detail`, at: sql`excluded.at` },
    });
}

function faultsIn({ bounce, complaint }: z.infer<typeof sesNotification>): Fault[] {
  const at = now();
  const bounced = bounce?.bounceType === "Permanent" ? bounce.bouncedRecipients : [];
  const faults = [
    ...bounced.map(({ emailAddress, diagnosticCode }) => faultOf("bounced", emailAddress, diagnosticCode)),
    ...(complaint?.complainedRecipients ?? []).map(({ emailAddress }) =>
      faultOf("complained", emailAddress, complaint?.complaintFeedbackType),
    ),
  ];
  return [...new Map(faults.map((fault) => [fault.email, fault])).values()];

  function faultOf(fault: Fault["fault"], email: string, detail = ""): Fault {
    return { email, fault, detail: detail.slice(0, 500), at };
  }
}

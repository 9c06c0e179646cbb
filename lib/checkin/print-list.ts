import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import type { OrganizerScope } from "@/lib/access/scopes";

export type PrintedPerson = {
  registrationId: string;
  name: string;
  department: string | null;
  reference: string;
  note: string | null;
  checkedInAt: Date | null;
};

const mostPrinted = 5_000;

/** Everybody who holds a seat, by name, for the day the power fails; at most 5,000, and whether more would follow. */
export async function listForPrint({ eventId }: OrganizerScope): Promise<{ people: PrintedPerson[]; isCut: boolean }> {
  const people = await db()
    .select({
      ...{ registrationId: registrations.id, name: registrations.name, department: registrations.department },
      ...{ reference: registrations.reference, note: registrations.doorNote, checkedInAt: registrations.checkedInAt },
    })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.status, "confirmed")))
    .orderBy(sql`lower(${registrations.name})`, registrations.id)
    .limit(mostPrinted + 1);
  return { people: people.slice(0, mostPrinted), isCut: people.length > mostPrinted };
}

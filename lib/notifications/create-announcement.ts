import { and, eq } from "drizzle-orm";
import { announcements } from "@/db/schema/announcements";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { countAudiences } from "./count-audiences";
import { type CreateAnnouncementInput, recallSeconds } from "./input";

const furthestDays = 366;

/**
 * Puts an announcement on its way: at its time, or in ten seconds, and until then it can be recalled. The same input twice is one
 * announcement. One that would leave at once and reach nobody is refused.
 */
export async function createAnnouncement(
  scope: OrganizerScope,
  { sendAt: wantedAt, ...content }: CreateAnnouncementInput,
  tx?: Transaction,
): Promise<{ id: string; sendAt: Date }> {
  const createdAt = now();
  const soonest = new Date(createdAt.getTime() + recallSeconds * 1000);
  requirePossibleTime(wantedAt, createdAt);
  if (!wantedAt) await requireSomebody(scope, content);
  const sendAt = wantedAt && wantedAt > soonest ? wantedAt : soonest;
  return inTransaction(tx, async (tx) => {
    const row = { ...content, eventId: scope.eventId, authorId: scope.actorId, sendAt, createdAt };
    const inserted = await tx.insert(announcements).values(row).onConflictDoNothing().returning();
    if (inserted.length === 0) return readStanding(tx, scope, content);
    await recordAudit(tx, {
      ...{ actorId: scope.actorId, action: "announcement.created", eventId: scope.eventId, subjectId: content.id },
      detail: { audience: content.audience, department: content.department, sendAt: sendAt.toISOString() },
    });
    return { id: content.id, sendAt };
  });
}

function requirePossibleTime(wantedAt: Date | null, at: Date): void {
  if (!wantedAt) return;
  const fault = (message: string) => invalidInput({ path: "sendAt", message });
  if (wantedAt <= at) throw fault("That time is past. Choose a later one, or send it now.");
  if (wantedAt.getTime() - at.getTime() > furthestDays * 86_400_000)
    throw fault("Choose a time within a year from now.");
}

async function requireSomebody(
  scope: OrganizerScope,
  { audience, department }: Pick<CreateAnnouncementInput, "audience" | "department">,
): Promise<void> {
  const { everyone, departments } = await countAudiences(scope);
  const counts = department ? departments.find((row) => row.department === department)?.counts : everyone;
  if (!counts?.[audience])
    throw invalidInput({ path: "audience", message: "There is nobody to send it to right now." });
}

async function readStanding(tx: Transaction, scope: OrganizerScope, content: Omit<CreateAnnouncementInput, "sendAt">) {
  const [standing] = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.eventId, scope.eventId), eq(announcements.id, content.id)));
  if (!standing) throw new Error("an announcement just stored is not there");
  if (standing.subject !== content.subject || standing.body !== content.body)
    throw new AppError("conflict", "You have sent this message already. Load the page anew to write another one.");
  return { id: standing.id, sendAt: standing.sendAt };
}

import { doorLinks } from "@/db/schema/door";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { countOpenLinks } from "./door-set-up";
import type { MakeDoorLinkInput } from "./input";

const mostLinks = 50;

/** Makes a link that opens this event's door on any phone until it expires or is revoked; an event has at most 50 that do. */
export async function makeDoorLink(
  scope: OrganizerScope,
  { gate, hours, mayOverride }: MakeDoorLinkInput,
  tx?: Transaction,
): Promise<{ linkId: string }> {
  const { eventId, actorId } = scope;
  const at = now();
  const linkId = newId();
  return inTransaction(tx, async (tx) => {
    if ((await countOpenLinks(tx, eventId)) >= mostLinks)
      throw new AppError("conflict", `An event has at most ${mostLinks} door links. Revoke one first.`);
    await tx.insert(doorLinks).values({
      ...{ eventId, id: linkId, gate: gate ?? null, mayOverride: mayOverride === "on", createdBy: actorId },
      ...{ createdAt: at, expiresAt: hours === 0 ? null : new Date(at.getTime() + hours * 3_600_000) },
    });
    await recordAudit(tx, { actorId, eventId, action: "door_link.made", subjectId: linkId });
    return { linkId };
  });
}

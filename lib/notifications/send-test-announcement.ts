import { announcements } from "@/db/schema/announcements";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import type { AnnouncementContent } from "./input";

// Whoever wrote it waits for it.
const testPriority = 1;

/** Sends an announcement to its author alone, at once. */
export async function sendTestAnnouncement(
  scope: OrganizerScope,
  content: AnnouncementContent,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const [id, at] = [newId(), now()];
    const { eventId, actorId: userId } = scope;
    await tx.insert(announcements).values({
      ...{ ...content, eventId, id, authorId: userId, audience: "author" },
      ...{ sendAt: at, createdAt: at, enqueuedAt: at, recipientCount: 1 },
    });
    await enqueueMessages(tx, [
      {
        ...{ kind: "announcement", dedupeKey: `announcement:${id}:${userId}`, priority: testPriority },
        ...{ eventId, userId, announcementId: id },
      },
    ]);
  });
}

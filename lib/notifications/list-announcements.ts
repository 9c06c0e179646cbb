import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { users } from "@/db/schema/users";
import type { OrganizerScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { type AnnouncementState, announcementStateOf } from "./announcement-state";
import type { Audience, ListAnnouncementsInput } from "./input";

export type Announcement = {
  id: string;
  subject: string;
  body: string;
  audience: Audience;
  department: string | null;
  authorName: string;
  createdAt: Date;
  sendAt: Date;
  state: AnnouncementState;
  /** How its messages stand, once they are written. */
  tally: { written: number; sent: number; underWay: number; skipped: number; dead: number } | null;
};

const byCreation = z.tuple([z.iso.datetime(), z.uuid()]);

// Only what was not sent is counted one by one: there is a small index of that.
const countOf = (status: "pending" | "skipped" | "dead") =>
  sql<number>`(select count(*)::int from outbox where outbox.announcement_id = ${announcements.id} and outbox.status = ${sql.raw(`'${status}'`)})`;

/** A page of the event's announcements, the latest written first; tests to oneself are not among them. */
export async function listAnnouncements(
  scope: OrganizerScope,
  { limit, cursor }: ListAnnouncementsInput,
): Promise<Page<Announcement>> {
  const list = `announcements:${scope.eventId}`;
  const rows = await db()
    .select({
      announcement: announcements,
      authorName: users.name,
      underWay: countOf("pending"),
      skipped: countOf("skipped"),
      dead: countOf("dead"),
    })
    .from(announcements)
    .innerJoin(users, eq(users.id, announcements.authorId))
    .where(
      and(
        eq(announcements.eventId, scope.eventId),
        ne(announcements.audience, sql.raw("'author'")),
        isBeyond(openCursor(list, cursor, byCreation)),
      ),
    )
    .orderBy(desc(announcements.createdAt), desc(announcements.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ announcement: { createdAt, id } }) =>
    sealCursor(list, [createdAt.toISOString(), id]),
  );
  const at = now();
  return {
    ...page,
    items: page.items.map(({ announcement, authorName, ...counts }) => {
      const { id, subject, body, department, createdAt, sendAt, recipientCount: written } = announcement;
      const sent = (written ?? 0) - counts.underWay - counts.skipped - counts.dead;
      return {
        ...{ id, subject, body, department, createdAt, sendAt, authorName },
        audience: announcement.audience as Audience,
        state: announcementStateOf(announcement, at),
        tally: written === null ? null : { written, sent: Math.max(0, sent), ...counts },
      };
    }),
  };
}

function isBeyond(after: z.infer<typeof byCreation> | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${announcements.createdAt}, ${announcements.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}

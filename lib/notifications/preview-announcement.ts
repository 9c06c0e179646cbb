import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import type { OrganizerScope } from "@/lib/access/scopes";
import { getOrganisation } from "@/lib/organisation/queries";
import { config } from "@/lib/platform/config";
import { notFound } from "@/lib/platform/errors";
import { announcementContentOf } from "./content-of";
import type { AnnouncementContent } from "./input";
import { type RenderedMail, renderMail } from "./render/render-mail";
import { unsubscribingOf } from "./topics";

/** The mail that an announcement would be, but for each person's own links. Stores and sends nothing. */
export async function previewAnnouncement(scope: OrganizerScope, content: AnnouncementContent): Promise<RenderedMail> {
  const [row] = await db()
    .select({ event: events, organizerName: users.name })
    .from(events)
    .innerJoin(users, eq(users.id, events.organizerId))
    .where(eq(events.id, scope.eventId));
  const mail = row && announcementContentOf({ ...row, registration: null, announcement: content });
  if (!mail) throw notFound();
  return renderMail(mail, {
    siteName: (await getOrganisation()).name || "Turnout",
    siteUrl: config().APP_URL,
    unsubscribing: unsubscribingOf("announcement", scope.actorId),
  });
}

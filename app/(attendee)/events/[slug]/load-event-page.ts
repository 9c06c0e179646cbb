import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { findPrivacyUrl } from "@/app/_server/brand";
import { guestCookie, readGuestTokens } from "@/app/_server/guest-cookie";
import { loadReader } from "@/app/_server/load-reader";
import { currentActor } from "@/app/_server/session";
import { anonymous } from "@/lib/access/actor";
import { suggestDepartments } from "@/lib/access/departments/suggest-departments";
import { listCategories } from "@/lib/events/categories/list-categories";
import { renderMarkdown } from "@/lib/events/markdown";
import { type EventDetail, findEventBySlug } from "@/lib/events/queries";
import { statesToComeOf } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { findIneligibleReason } from "@/lib/registrations/find-ineligible-reason";
import { categoryLabelOf } from "../category-label";
import type { EventPageData } from "./event-page-data";

type SearchParams = Record<string, string | string[] | undefined>;

/**
 * The event as everybody may see it, else as its team may (a draft); otherwise there is no such
 * page.
 */
export const getPageEvent = cache(async (slug: string): Promise<EventDetail> => {
  return (await findEventBySlug(anonymous, slug)) ?? (await findEventBySlug(await currentActor(), slug)) ?? notFound();
});

export function eventUrlOf(event: EventDetail): string {
  return `${config().APP_URL}/events/${event.slug}`;
}

/**
 * All that an event's page shows. It says the same to everybody, unless it is a draft or asked for
 * as the reader's own (`me`), as by people without scripts.
 */
export async function loadEventPage(event: EventDetail, searchParams: SearchParams): Promise<EventPageData> {
  const { description, ...shown } = event;
  const invitation = typeof searchParams.invitation === "string" ? searchParams.invitation : null;
  const isPersonal = searchParams.me !== undefined || event.status === "draft";
  const at = now();
  const hasForm = statesToComeOf(event, at).some((state) => state === "open" || state === "waitlist");
  const [reader, departments, privacyUrl] = await Promise.all([
    isPersonal ? loadOwn(event, invitation) : null,
    hasForm ? suggestDepartments() : [],
    findPrivacyUrl(),
  ]);
  return {
    event: shown,
    category: categoryLabelOf(await listCategories(), event.category),
    descriptionHtml: description ? renderMarkdown(description) : null,
    url: eventUrlOf(event),
    invitation,
    at,
    reader,
    reason: reader ? reader.ineligibleReason : await findIneligibleReason(anonymous, event, invitation),
    departments,
    privacyUrl,
  };
}

async function loadOwn(event: EventDetail, invitation: string | null) {
  const guestTokens = readGuestTokens(cookies().get(guestCookie.name)?.value);
  return loadReader(await currentActor(), event.id, { invitation: invitation ?? undefined, guestTokens });
}

import type { Metadata } from "next";
import { getBrand } from "@/app/_server/brand";
import { SharedSiteFrame } from "@/app/_server/shared-site-frame";
import { shownAudience } from "@/app/_server/shown-audience";
import { listCategories } from "@/lib/events/categories/list-categories";
import { type EventListItem, listEventsFor } from "@/lib/events/queries";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import type { Page as PageOf } from "@/lib/platform/page";
import { type EventFilter, eventFilterOf, listInputOf } from "./event-filter";
import { EventsView } from "./events-view";

export async function generateMetadata(): Promise<Metadata> {
  const { name: siteName } = await getBrand();
  const url = `${config().APP_URL}/events`;
  const description = "What is on: find an event, register, get your ticket.";
  return {
    title: "Events",
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", siteName, title: "Events", description, url },
  };
}

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function EventsPage({ searchParams }: Props) {
  const categories = await listCategories();
  const filter = eventFilterOf(searchParams, categories);
  const page = await findPage(filter);
  return (
    <SharedSiteFrame current="/events">
      <EventsView filter={filter} page={page} categories={categories} />
    </SharedSiteFrame>
  );
}

/** The page asked for, or null when the address names a page of some other list. */
async function findPage(filter: EventFilter): Promise<PageOf<EventListItem> | null> {
  try {
    return await listEventsFor(shownAudience(), listInputOf(filter));
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
}

import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { SharedSiteFrame } from "@/app/_server/shared-site-frame";
import { anonymous } from "@/lib/access/actor";
import { type EventListItem, listEvents } from "@/lib/events/queries";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import type { Page as PageOf } from "@/lib/platform/page";
import { type EventFilter, eventFilterOf, eventsHref, listInputOf } from "./event-filter";
import { EventFilterBar } from "./event-filter-bar";
import { EventList } from "./event-list";

export function generateMetadata(): Metadata {
  const url = `${config().APP_URL}/events`;
  const description = "What is on: find an event, register, get your ticket.";
  return {
    title: "Events",
    description,
    alternates: { canonical: url },
    openGraph: { type: "website", siteName: "Turnout", title: "Events", description, url },
  };
}

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function EventsPage({ searchParams }: Props) {
  const filter = eventFilterOf(searchParams);
  const page = await findPage(filter);
  const first = { ...filter, cursor: undefined };
  return (
    <SharedSiteFrame>
      <PageFrame>
        <PageHeader title="Events" description="Pick one, leave your name, and the ticket is yours." />
        <EventFilterBar filter={filter} />
        <div className="mt-8">
          {page && page.items.length > 0 ? <EventList events={page.items} /> : <NothingFound filter={filter} />}
        </div>
        <Pagination
          nextHref={page?.nextCursor ? eventsHref({ ...filter, cursor: page.nextCursor }) : undefined}
          nextLabel={filter.when === "past" ? "Earlier events" : "Later events"}
          firstHref={filter.cursor && eventsHref(first)}
        />
      </PageFrame>
    </SharedSiteFrame>
  );
}

/** The page asked for, or null when the address names a page of some other list. */
async function findPage(filter: EventFilter): Promise<PageOf<EventListItem> | null> {
  try {
    return await listEvents(anonymous, listInputOf(filter));
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid_input") return null;
    throw error;
  }
}

function NothingFound({ filter }: { filter: EventFilter }) {
  const isFiltered = filter.q !== "" || filter.category !== undefined || filter.cursor !== undefined;
  if (isFiltered) {
    return (
      <EmptyState
        title={filter.q ? `Nothing found for “${filter.q}”` : "Nothing here"}
        action={
          <LinkButton href={eventsHref({ ...filter, q: "", category: undefined, cursor: undefined })}>
            Show all
          </LinkButton>
        }
      >
        Try other words, another category, or look among the past events.
      </EmptyState>
    );
  }
  if (filter.when === "past") {
    return <EmptyState title="No past events yet">Events move here when they are over.</EmptyState>;
  }
  return (
    <EmptyState
      title="Nothing planned in this time"
      action={<LinkButton href="/events?when=past">See past events</LinkButton>}
    >
      New events appear here as soon as their organizers publish them.
    </EmptyState>
  );
}

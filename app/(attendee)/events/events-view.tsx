"use client";
// No browser loads this: Next draws a part for browsers once, and a server's part twice.

import { EmptyState } from "@/app/_components/empty-state";
import { LinkButton } from "@/app/_components/link-button";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import type { Category } from "@/lib/events/categories/input";
import type { EventListItem } from "@/lib/events/queries";
import type { Page as PageOf } from "@/lib/platform/page";
import { type EventFilter, eventsHref } from "./event-filter";
import { EventFilterBar } from "./event-filter-bar";
import { EventList } from "./event-list";

type Props = { filter: EventFilter; page: PageOf<EventListItem> | null; categories: readonly Category[] };

/** The list of events under a filter, page by page. */
export function EventsView({ filter, page, categories }: Props) {
  const first = { ...filter, cursor: undefined };
  return (
    <PageFrame>
      <PageHeader title="Events" description="Pick one, leave your name, and the ticket is yours." />
      <EventFilterBar filter={filter} categories={categories} />
      <div className="mt-8">
        {page && page.items.length > 0 ? (
          <EventList events={page.items} categories={categories} />
        ) : (
          <NothingFound filter={filter} />
        )}
      </div>
      <Pagination
        nextHref={page?.nextCursor ? eventsHref({ ...filter, cursor: page.nextCursor }) : undefined}
        nextLabel={filter.when === "past" ? "Earlier events" : "Later events"}
        firstHref={filter.cursor && eventsHref(first)}
      />
    </PageFrame>
  );
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

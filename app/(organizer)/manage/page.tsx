import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { EmptyState } from "@/app/_components/empty-state";
import { CalendarPlus } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { LiveDot } from "@/app/_components/live-dot";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Tabs } from "@/app/_components/tabs";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAdminister, canAuthorEvents } from "@/lib/access/roles";
import { requireAdmin } from "@/lib/access/scopes";
import { findFirstSteps } from "@/lib/dashboard/find-first-steps";
import { listManagedEventsInput } from "@/lib/events/input";
import { listManagedEvents, type ManagedEvent } from "@/lib/events/queries";
import { config } from "@/lib/platform/config";
import { EventRow } from "./_events/event-row";
import { emptyWords, managedHref, managedPageOf, tabs } from "./_events/managed-page";
import { FirstSteps } from "./_first-steps/first-steps";

export const metadata: Metadata = { title: "Your events" };

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function ManagePage({ searchParams }: Props) {
  const person = await personOrSignIn("/manage");
  const { view, cursor } = managedPageOf(searchParams);
  const [live, page] = await Promise.all([
    listManagedEvents(person, listManagedEventsInput.parse({ view: "live" })),
    pageOrFirst(listManagedEvents(person, { view, cursor, limit: 20 }), managedHref(view)),
  ]);
  const mayAuthor = canAuthorEvents(person);
  const steps = canAdminister(person) && !config().TURNOUT_DEMO ? await findFirstSteps(requireAdmin(person)) : null;
  return (
    <>
      <PageHeader
        title="Your events"
        actions={
          mayAuthor && (
            <LinkButton href="/manage/events/new" variant="primary">
              <CalendarPlus aria-hidden />
              New event
            </LinkButton>
          )
        }
      />
      {steps && <FirstSteps done={steps} />}
      {live.items.length > 0 && (
        <Card title={<LiveDot label="Live now" />} className="mb-8 pb-2 sm:pb-2">
          <EventRows events={live.items} mayDuplicate={mayAuthor} />
        </Card>
      )}
      <Tabs
        label="Your events by time"
        items={tabs.map((tab) => ({ ...tab, href: managedHref(tab.view), current: tab.view === view }))}
      />
      {page.items.length > 0 ? (
        <EventRows events={page.items} mayDuplicate={mayAuthor} />
      ) : (
        <EmptyState
          title={emptyWords[view].title}
          action={
            mayAuthor &&
            view !== "past" &&
            view !== "cancelled" && (
              <LinkButton href="/manage/events/new" variant="secondary">
                Create an event
              </LinkButton>
            )
          }
        >
          {mayAuthor ? emptyWords[view].body : "Events appear here when their organizers invite you to help."}
        </EmptyState>
      )}
      <Pagination
        nextHref={page.nextCursor ? managedHref(view, page.nextCursor) : undefined}
        nextLabel={view === "past" ? "Earlier events" : "Later events"}
        firstHref={cursor && managedHref(view)}
      />
    </>
  );
}

function EventRows({ events, mayDuplicate }: { events: readonly ManagedEvent[]; mayDuplicate: boolean }) {
  return (
    <ul className="divide-y divide-border">
      {events.map((event) => (
        <EventRow key={event.id} event={event} mayDuplicate={mayDuplicate} />
      ))}
    </ul>
  );
}

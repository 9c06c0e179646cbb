import type { Metadata } from "next";
import { buttonStyle } from "@/app/_components/button-style";
import { cn } from "@/app/_components/cn";
import { EmptyState } from "@/app/_components/empty-state";
import { FilterChips } from "@/app/_components/filter-chips";
import { Download, UserPlus } from "@/app/_components/icons";
import { LinkButton } from "@/app/_components/link-button";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { getDashboard } from "@/lib/dashboard/queries";
import type { EventDetail } from "@/lib/events/queries";
import { countRegistrations, listRegistrations } from "@/lib/registrations/queries";
import { viewedEventOf } from "../managed-event";
import { type GuestFilter, guestFilterOf, guestsHref, listInputOf } from "./guest-filter";
import { GuestFilterBar } from "./guest-filter-bar";
import { GuestTable } from "./guest-table";
import { InvitationCard } from "./invitation-card";

export const metadata: Metadata = { title: "Guests" };

const kinds = [
  { status: undefined, count: "all", label: "All" },
  { status: "confirmed", count: "confirmed", label: "Registered" },
  { status: "pending", count: "pending", label: "Requests" },
  { status: "waitlisted", count: "waitlisted", label: "Waitlist" },
  { status: "cancelled", count: "cancelled", label: "Cancelled" },
] as const;

type Props = { params: { eventId: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function GuestsPage({ params, searchParams }: Props) {
  const { event, scope } = await viewedEventOf(params.eventId, "/guests");
  const filter = guestFilterOf(searchParams);
  const first = { ...filter, cursor: undefined };
  const [counts, dashboard, page] = await Promise.all([
    countRegistrations(scope),
    getDashboard(scope),
    pageOrFirst(listRegistrations(scope, listInputOf(filter)), guestsHref(event.id, first)),
  ]);
  const departments = dashboard.byDepartment.flatMap(({ department }) => department ?? []).sort();
  const shownKinds = kinds.filter(
    ({ status }) => status !== "pending" || counts.pending > 0 || event.approval !== "none" || filter.status === status,
  );
  return (
    <>
      {event.eligibility === "invitation" && scope.mayOrganize && <InvitationCard eventId={event.id} />}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FilterChips
          label="Guests by status"
          items={shownKinds.map(({ status, count, label }) => ({
            label,
            count: counts[count],
            href: guestsHref(event.id, { ...first, status }),
            selected: filter.status === status,
          }))}
        />
        <div className="flex flex-wrap gap-2">
          {scope.mayOrganize && event.status === "published" && (
            <LinkButton href={`/manage/${event.id}/guests/add`}>
              <UserPlus aria-hidden />
              Add people
            </LinkButton>
          )}
          {scope.mayOrganize && counts.all > 0 && (
            // A plain link: the router must not fetch a download ahead.
            <a
              href={guestsHref(event.id, first, "/export")}
              download
              className={cn(buttonStyle({ variant: "secondary" }))}
            >
              <Download aria-hidden />
              Export this list
            </a>
          )}
        </div>
      </div>
      {counts.all > 0 && <GuestFilterBar eventId={event.id} filter={filter} departments={departments} />}
      {page.items.length > 0 ? (
        <GuestTable mayOrganize={scope.mayOrganize} eventId={event.id} timezone={event.timezone} guests={page.items} />
      ) : (
        <NoGuests event={event} filter={filter} isEmpty={counts.all === 0} />
      )}
      <Pagination
        nextHref={page.nextCursor ? guestsHref(event.id, { ...filter, cursor: page.nextCursor }) : undefined}
        firstHref={filter.cursor && guestsHref(event.id, first)}
      />
    </>
  );
}

function NoGuests({ event, filter, isEmpty }: { event: EventDetail; filter: GuestFilter; isEmpty: boolean }) {
  if (!isEmpty) {
    return (
      <EmptyState
        title="Nobody here matches"
        action={<LinkButton href={guestsHref(event.id, { status: filter.status })}>Clear the filters</LinkButton>}
      >
        Try fewer letters, another status, or all departments.
      </EmptyState>
    );
  }
  if (event.status === "draft")
    return <EmptyState title="Nobody yet">People can register once the event is published.</EmptyState>;
  return (
    <EmptyState
      title="Nobody yet"
      action={<LinkButton href={`/events/${event.slug}`}>Open the event's page</LinkButton>}
    >
      Everyone who registers stands here a moment later. Share the address of the event's page.
    </EmptyState>
  );
}

import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/data-table";
import { formatInstant } from "@/lib/events/when";
import type { GuestListItem } from "@/lib/registrations/queries";
import { AddressBadge } from "./address-badge";
import { DecideForm } from "./decide-form";
import { GuestBadge } from "./guest-badge";

type Props = { eventId: string; timezone: string; guests: readonly GuestListItem[]; mayOrganize: boolean };

/** One page of guests; a name leads to the person. Times are those of the event's place; a phone leaves them to that page. */
export function GuestTable({ eventId, timezone, guests, mayOrganize }: Props) {
  const columns: Column<GuestListItem>[] = [
    {
      key: "name",
      header: "Name",
      className: "md:w-2/5",
      cell: (guest) => (
        <span className="block min-w-0 py-1.5">
          {mayOrganize ? (
            <Link
              href={`/manage/${eventId}/guests/${guest.id}`}
              className="inline-block py-0.5 font-medium text-foreground underline-offset-4 hover:text-primary hover:underline"
            >
              <bdi>{guest.name}</bdi>
            </Link>
          ) : (
            <bdi>{guest.name}</bdi>
          )}
          {guest.broughtBy && (
            <span className="block text-meta font-normal text-muted-foreground">
              Guest of <bdi>{guest.broughtBy}</bdi>
            </span>
          )}
          {guest.email && <span className="block text-meta font-normal text-muted-foreground">{guest.email}</span>}
          <AddressBadge guest={guest} />
        </span>
      ),
    },
    {
      key: "department",
      header: "Department",
      className: "md:w-1/5",
      cell: (guest) => <bdi>{guest.department ?? "–"}</bdi>,
    },
    {
      key: "status",
      header: "Status",
      cell: (guest) =>
        mayOrganize && guest.status === "pending" && !guest.broughtBy ? (
          <DecideForm eventId={eventId} registrationId={guest.id} name={guest.name} />
        ) : (
          <GuestBadge guest={guest} />
        ),
    },
    {
      key: "registered",
      header: "Registered",
      align: "end",
      className: "max-md:hidden",
      cell: (guest) => time(guest.registeredAt),
    },
    {
      key: "arrived",
      header: "Arrived",
      align: "end",
      className: "max-md:hidden",
      cell: (guest) => (guest.checkedInAt ? time(guest.checkedInAt) : "–"),
    },
  ];
  return <DataTable caption="Guests" columns={columns} rows={guests} rowKey={({ id }) => id} />;

  function time(instant: Date) {
    return (
      <time dateTime={instant.toISOString()} className="whitespace-nowrap">
        {formatInstant(instant, timezone)}
      </time>
    );
  }
}

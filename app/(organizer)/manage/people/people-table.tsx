import Link from "next/link";
import { Badge } from "@/app/_components/badge";
import { type Column, DataTable } from "@/app/_components/data-table";
import type { PersonListItem } from "@/lib/access/people/queries";
import { formatInstant } from "@/lib/events/when";
import { roleWords } from "./people-words";

type Props = { people: readonly PersonListItem[]; timezone: string };

/** One page of people; a name leads to the person. */
export function PeopleTable({ people, timezone }: Props) {
  const columns: Column<PersonListItem>[] = [
    {
      key: "name",
      header: "Name",
      className: "md:w-2/5",
      cell: (person) => (
        <span className="block min-w-0 py-1.5">
          <Link
            href={`/manage/people/${person.id}`}
            className="inline-block py-0.5 font-medium text-foreground underline-offset-4 hover:text-primary hover:underline"
          >
            <bdi>{person.name}</bdi>
          </Link>
          <span className="block text-meta font-normal break-all text-muted-foreground">{person.email}</span>
          <PersonBadges person={person} />
        </span>
      ),
    },
    {
      key: "role",
      header: "Role",
      cell: ({ role, hasAccount }) => (hasAccount ? roleWords[role] : "Guest"),
    },
    {
      key: "department",
      header: "Department",
      className: "md:w-1/5",
      cell: ({ department, departmentSource }) =>
        department ? (
          <>
            <bdi>{department}</bdi>
            {departmentSource === "self" && <span className="text-muted-foreground"> (own word)</span>}
          </>
        ) : (
          "–"
        ),
    },
    {
      key: "sessions",
      header: "Signed in",
      align: "end",
      cell: ({ openSessions }) => (openSessions === 0 ? "–" : `${openSessions} ×`),
    },
    {
      key: "seen",
      header: "Last seen",
      align: "end",
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? (
          <time dateTime={lastSeenAt.toISOString()} className="whitespace-nowrap">
            {formatInstant(lastSeenAt, timezone)}
          </time>
        ) : (
          "–"
        ),
    },
  ];
  return <DataTable caption="People" columns={columns} rows={people} rowKey={({ id }) => id} />;
}

/** What is out of the ordinary about a person. */
export function PersonBadges({ person }: { person: PersonListItem }) {
  if (!person.isDisabled && !person.addressFault) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-2">
      {person.isDisabled && <Badge tone="destructive">Disabled</Badge>}
      {person.addressFault && (
        <Badge tone="warning">{person.addressFault === "bounced" ? "Mail comes back" : "Wants no mail"}</Badge>
      )}
    </span>
  );
}

import Link from "next/link";
import { DataTable } from "@/app/_components/data-table";
import { EmptyState } from "@/app/_components/empty-state";
import type { AuditEntry } from "@/lib/audit/list-audit";
import { formatInstant } from "@/lib/events/when";
import { actionWords } from "./action-words";

type Props = {
  entries: readonly AuditEntry[];
  timezone: string;
  /** Whether events are led to: where the list is of many. */
  linksEvents?: boolean;
};

/** Who did what and when, the newest first. */
export function AuditList({ entries, timezone, linksEvents = false }: Props) {
  if (entries.length === 0)
    return <EmptyState title="Nothing here">Nothing that fits was done, or it is no longer kept.</EmptyState>;
  return (
    <DataTable
      caption="Activity, the newest first"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "what",
          header: "What",
          cell: ({ actor, action }) => (
            <span>
              <bdi className="font-medium text-foreground">{actor?.name ?? "The system"}</bdi> {actionWords(action)}
            </span>
          ),
        },
        {
          key: "when",
          header: "When",
          cell: ({ at }) => <time dateTime={at.toISOString()}>{formatInstant(at, timezone)}</time>,
        },
        {
          key: "details",
          header: "Details",
          cell: ({ details }) => <bdi className="text-secondary">{detailWords(details)}</bdi>,
        },
        {
          key: "about",
          header: "About",
          cell: ({ eventId, subjectId, action }) => (
            <About eventId={eventId} subjectId={subjectId} action={action} linksEvents={linksEvents} />
          ),
        },
      ]}
    />
  );
}

type AboutProps = Pick<AuditEntry, "eventId" | "subjectId" | "action"> & { linksEvents: boolean };

function About({ eventId, subjectId, action, linksEvents }: AboutProps) {
  const link = "underline decoration-border underline-offset-4 hover:decoration-current";
  const isGuest = /^(registration|ticket)\./.test(action) && eventId && subjectId;
  return (
    <span className="flex flex-wrap gap-x-3">
      {isGuest && (
        <Link className={link} href={`/manage/${eventId}/guests/${subjectId}`}>
          Guest
        </Link>
      )}
      {linksEvents && eventId && (
        <Link className={link} href={`/manage/${eventId}/activity`}>
          Event
        </Link>
      )}
      {!isGuest && !(linksEvents && eventId) && "–"}
    </span>
  );
}

function detailWords(details: Record<string, unknown>): string {
  const parts = Object.entries(details).map(([name, value]) => {
    const label = name.replaceAll(/([A-Z])/g, " $1").toLowerCase();
    return `${label}: ${Array.isArray(value) ? value.join(", ") : String(value)}`;
  });
  return parts.join("; ") || "–";
}

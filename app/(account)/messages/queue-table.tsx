import { type Column, DataTable } from "@/app/_components/data-table";
import { KindBadge } from "@/app/_mail/kind-badge";
import type { QueueOfKind } from "@/lib/notifications/outbox-state";
import { SentAgo } from "../mail/sent-ago";

const columns: Column<QueueOfKind>[] = [
  { key: "kind", header: "Kind", className: "md:w-2/5", cell: ({ kind }) => <KindBadge kind={kind} /> },
  { key: "waiting", header: "Waiting", align: "end", cell: ({ waiting }) => waiting.toLocaleString("en") },
  { key: "due", header: "Due now", align: "end", cell: ({ due }) => due.toLocaleString("en") },
  {
    key: "oldest",
    header: "Oldest due, written",
    align: "end",
    cell: ({ oldestDueAt }) => (oldestDueAt ? <SentAgo at={oldestDueAt} /> : "–"),
  },
];

/** What waits to be sent, a line for each kind. */
export function QueueTable({ queue }: { queue: readonly QueueOfKind[] }) {
  return <DataTable caption="Waiting messages by kind" columns={columns} rows={queue} rowKey={({ kind }) => kind} />;
}

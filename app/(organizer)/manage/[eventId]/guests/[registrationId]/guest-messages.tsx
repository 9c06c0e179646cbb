import { type Column, DataTable } from "@/app/_components/data-table";
import { StatusBadge } from "@/app/_components/status-badge";
import { KindBadge } from "@/app/_mail/kind-badge";
import { formatInstant } from "@/lib/events/when";
import type { GuestMessage } from "@/lib/notifications/list-guest-messages";

type Props = { messages: readonly GuestMessage[]; timezone: string };

const states = {
  pending: <StatusBadge tone="info">Waits</StatusBadge>,
  sent: <StatusBadge tone="success">Sent</StatusBadge>,
  skipped: <StatusBadge tone="neutral">Not sent</StatusBadge>,
  dead: <StatusBadge tone="destructive">Failed</StatusBadge>,
};

/** What was written to a guest and what became of it; times are the event's. */
export function GuestMessages({ messages, timezone }: Props) {
  if (messages.length === 0) return <p className="text-sm text-secondary">Nothing was written to them yet.</p>;
  const columns: Column<GuestMessage>[] = [
    { key: "kind", header: "Message", cell: ({ kind }) => <KindBadge kind={kind} /> },
    {
      key: "state",
      header: "State",
      cell: ({ status, reason }) => (
        <>
          {states[status]}
          {reason && <span className="block text-meta text-muted-foreground">{reason}</span>}
        </>
      ),
    },
    {
      key: "when",
      header: "When",
      align: "end",
      cell: ({ sentAt, createdAt }) => {
        const at = sentAt ?? createdAt;
        return (
          <time dateTime={at.toISOString()} className="whitespace-nowrap">
            {formatInstant(at, timezone)}
          </time>
        );
      },
    },
  ];
  return (
    <DataTable compact caption="Messages, newest first" columns={columns} rows={messages} rowKey={({ id }) => id} />
  );
}

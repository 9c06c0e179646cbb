import { type Column, DataTable } from "@/app/_components/data-table";
import { KindBadge } from "@/app/_mail/kind-badge";
import { wordsForKind } from "@/app/_mail/kind-words";
import type { DeadMessage } from "@/lib/notifications/list-dead-messages";
import { SentAgo } from "../mail/sent-ago";
import { ResendForm } from "./resend-form";

const columns: Column<DeadMessage>[] = [
  {
    key: "kind",
    header: "Message",
    className: "md:w-1/4",
    cell: ({ kind, eventTitle }) => (
      <span className="block py-1.5">
        <KindBadge kind={kind} />
        {eventTitle && (
          <span dir="auto" className="mt-1 block text-meta font-normal text-muted-foreground">
            {eventTitle}
          </span>
        )}
      </span>
    ),
  },
  { key: "written", header: "Written", cell: ({ createdAt }) => <SentAgo at={createdAt} /> },
  { key: "attempts", header: "Attempts", align: "end", cell: ({ attempts }) => attempts },
  { key: "reason", header: "Reason", className: "md:w-1/3", cell: ({ reason }) => reason ?? "not known" },
  {
    key: "resend",
    header: "Again",
    align: "end",
    cell: ({ id, kind, eventTitle }) => (
      <ResendForm id={id} what={[wordsForKind(kind).label, eventTitle].filter(Boolean).join(", ")} />
    ),
  },
];

/** A page of what failed for good, each with its reason and a button. */
export function DeadTable({ messages }: { messages: readonly DeadMessage[] }) {
  return (
    <DataTable caption="Failed messages, newest first" columns={columns} rows={messages} rowKey={({ id }) => id} />
  );
}

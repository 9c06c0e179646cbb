import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/app/_components/button";
import { type Column, DataTable } from "@/app/_components/data-table";
import { EmptyState } from "@/app/_components/empty-state";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { SearchField } from "@/app/_components/search-field";
import { KindBadge } from "@/app/_mail/kind-badge";
import type { RecordedMail } from "@/lib/platform/ses-recorder/mail-store";
import { listRecordedMails } from "@/lib/platform/ses-recorder/recorded-mails";
import { requireMailViewer } from "./require-mail-viewer";
import { SentAgo } from "./sent-ago";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

const pageSize = 30;

const columns: Column<RecordedMail>[] = [
  {
    key: "subject",
    className: "md:w-1/2",
    header: "Subject",
    cell: (mail) => (
      <Link href={`/mail/${mail.id}`} className="text-foreground hover:text-primary hover:underline" dir="auto">
        {mail.subject || "(no subject)"}
      </Link>
    ),
  },
  { key: "to", header: "To", className: "md:w-1/3", cell: (mail) => mail.to.join(", ") },
  { key: "kind", header: "Kind", cell: (mail) => <KindBadge kind={mail.kind} /> },
  {
    key: "when",
    header: "Sent",
    align: "end",
    className: "md:whitespace-nowrap",
    cell: (mail) => <SentAgo at={new Date(mail.recordedAt)} />,
  },
];

type Props = { searchParams: Record<string, string | string[] | undefined> };

export default async function MailPage({ searchParams }: Props) {
  await requireMailViewer();
  const to = textOf(searchParams.to);
  const before = textOf(searchParams.before);
  const found = await listRecordedMails({ to, before, limit: pageSize });
  const mails = found.slice(0, pageSize);
  const last = mails.at(-1);
  const nextHref = found.length > pageSize && last ? hrefOf({ to, before: last.id }) : undefined;
  return (
    <PageFrame>
      <PageHeader
        title="Mail"
        description="What Turnout has sent, newest first. No mail service is set up, so nothing has left this machine."
      />
      <form action="/mail" className="mb-6 flex max-w-form gap-2">
        <SearchField name="to" label="Address" placeholder="Part of an address" defaultValue={to} className="grow" />
        <Button type="submit">Search</Button>
      </form>
      {mails.length > 0 ? (
        <DataTable caption="Mails, newest first" columns={columns} rows={mails} rowKey={(mail) => mail.id} />
      ) : (
        <EmptyState title={to ? "No mail to such an address" : "No mail yet"}>
          {to
            ? "The search looks for a part of the recipient’s address."
            : "Register for an event or ask for a sign-in code, and the mail is here a moment later."}
        </EmptyState>
      )}
      <Pagination nextHref={nextHref} firstHref={before && hrefOf({ to })} nextLabel="Older" firstLabel="Newest" />
    </PageFrame>
  );
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value.trim() ? value.trim() : undefined;
}

function hrefOf(query: { to?: string; before?: string }): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/mail?${new URLSearchParams(given)}` : "/mail";
}

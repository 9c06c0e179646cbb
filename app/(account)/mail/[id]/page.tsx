import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ArrowLeft, Paperclip } from "@/app/_components/icons";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { ScrollRegion } from "@/app/_components/scroll-region";
import { Tabs } from "@/app/_components/tabs";
import { MailFrame } from "@/app/_mail/mail-frame";
import { openMail } from "@/lib/platform/ses-recorder/open-mail";
import { findRecordedMail } from "@/lib/platform/ses-recorder/recorded-mails";
import { requireMailViewer } from "../require-mail-viewer";
import { SentAgo } from "../sent-ago";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

type Props = { params: { id: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function MailDetailPage({ params, searchParams }: Props) {
  await requireMailViewer();
  const raw = await findRecordedMail(params.id);
  if (!raw) notFound();
  const mail = await openMail(raw);
  const view = searchParams.view === "text" || searchParams.view === "source" ? searchParams.view : "page";
  const here = `/mail/${params.id}`;
  return (
    <PageFrame width="reading">
      <PageHeader
        eyebrow={
          <Link href="/mail" className="inline-flex items-center gap-1.5 hover:text-foreground">
            <ArrowLeft aria-hidden className="size-4 rtl:rotate-180" />
            All mail
          </Link>
        }
        title={<bdi>{mail.subject}</bdi>}
      />
      <dl className="mb-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted-foreground">From</dt>
        <dd className="break-words text-secondary">{mail.from}</dd>
        <dt className="text-muted-foreground">To</dt>
        <dd className="break-words text-secondary">{mail.to}</dd>
        <dt className="text-muted-foreground">Sent</dt>
        <dd className="text-secondary">{mail.sentAt && <SentAgo at={mail.sentAt} />}</dd>
      </dl>
      {mail.attachments.length > 0 && (
        <ul aria-label="Attachments" className="mb-6 flex flex-wrap gap-2">
          {mail.attachments.map(({ name }, index) => (
            <li key={name}>
              <a
                href={`${here}/attachments/${index}`}
                download={name}
                className="inline-flex min-h-9 items-center gap-1.5 rounded-full border border-input bg-card px-3 text-sm text-secondary transition-colors hover:bg-muted hover:text-foreground pointer-coarse:min-h-11"
              >
                <Paperclip aria-hidden className="size-4" strokeWidth={1.75} />
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Tabs
        className="mb-4"
        label="Ways to look at this mail"
        items={[
          { href: here, label: "As received", current: view === "page" },
          { href: `${here}?view=text`, label: "Plain text", current: view === "text" },
          { href: `${here}?view=source`, label: "Source", current: view === "source" },
        ]}
      />
      {view === "page" && mail.html ? (
        <MailFrame html={mail.html} title={mail.subject} />
      ) : (
        <ScrollRegion label="The mail as text" className="rounded-lg border border-border bg-card p-4 sm:p-6">
          <pre
            className={
              view === "source"
                ? "font-mono text-xs text-secondary"
                : "font-sans text-base break-words whitespace-pre-wrap text-foreground"
            }
          >
            {view === "source" ? raw.toString("utf8") : mail.text}
          </pre>
        </ScrollRegion>
      )}
    </PageFrame>
  );
}

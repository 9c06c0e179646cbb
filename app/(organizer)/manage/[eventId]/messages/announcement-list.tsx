import { Disclosure } from "@/app/_components/disclosure";
import { Prose } from "@/app/_components/prose";
import { StatusBadge } from "@/app/_components/status-badge";
import { renderMarkdown } from "@/lib/events/markdown";
import { formatInstant } from "@/lib/events/when";
import type { Announcement } from "@/lib/notifications/list-announcements";
import { audienceInWords, peopleInWords } from "./audience-words";
import { RecallForm } from "./recall-form";

type Props = { event: { id: string; timezone: string }; announcements: readonly Announcement[] };

/** What was written to the people of the event, and what became of it; times are the event's. */
export function AnnouncementList({ event, announcements }: Props) {
  return (
    <ol className="divide-y divide-border">
      {announcements.map((one) => (
        <li key={one.id} className="flex flex-col gap-1 py-4 first:pt-0 last:pb-0">
          <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
            <h3 dir="auto" className="min-w-0 font-medium wrap-anywhere text-foreground">
              {one.subject}
            </h3>
            <State one={one} />
          </div>
          <p className="text-meta wrap-anywhere text-muted-foreground">
            {timeInWords(one, event.timezone)}, to {audienceInWords(one)}, by <bdi>{one.authorName}</bdi>
          </p>
          {one.tally && one.tally.dead + one.tally.skipped > 0 && (
            <p className="text-meta text-secondary">{lossesInWords(one.tally)}</p>
          )}
          <Disclosure summary="Read it">
            <Prose html={renderMarkdown(one.body)} className="text-sm wrap-anywhere" />
          </Disclosure>
          {one.state === "scheduled" && <RecallForm eventId={event.id} id={one.id} subject={one.subject} />}
        </li>
      ))}
    </ol>
  );
}

function State({ one: { state, tally } }: { one: Announcement }) {
  if (state === "recalled") return <StatusBadge tone="neutral">Recalled</StatusBadge>;
  if (state === "scheduled") return <StatusBadge tone="info">Scheduled</StatusBadge>;
  if (state === "waiting" || !tally) return <StatusBadge tone="warning">Leaving</StatusBadge>;
  if (tally.underWay > 0)
    return <StatusBadge tone="info">{`Sent to ${tally.sent} of ${peopleInWords(tally.written)}`}</StatusBadge>;
  return <StatusBadge tone="success">{`Sent to ${peopleInWords(tally.sent)}`}</StatusBadge>;
}

function timeInWords({ state, sendAt, createdAt }: Announcement, timezone: string): string {
  if (state === "recalled") return `Written ${formatInstant(createdAt, timezone)}`;
  return formatInstant(sendAt, timezone);
}

function lossesInWords({ skipped, dead }: NonNullable<Announcement["tally"]>): string {
  const parts = [
    skipped > 0 && `${peopleInWords(skipped)} had left or wanted none`,
    dead > 0 && `${peopleInWords(dead)} could not be reached`,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { Pagination } from "@/app/_components/pagination";
import { pageOrFirst } from "@/app/_server/page-or-first";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { countAudiences } from "@/lib/notifications/count-audiences";
import { listAnnouncementsInput } from "@/lib/notifications/input";
import { listAnnouncements } from "@/lib/notifications/list-announcements";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { zoneLabelOf } from "../../_form/zones";

import { managedEventOf } from "../managed-event";
import { AnnouncementList } from "./announcement-list";
import { audienceInWords } from "./audience-words";
import { ComposeForm } from "./compose-form";
import { KeepFresh } from "./keep-fresh";
import { WaitingNotice } from "./waiting-notice";

export const metadata: Metadata = { title: "Messages" };

type Props = { params: { eventId: string }; searchParams: Record<string, string | string[] | undefined> };

export default async function MessagesPage({ params, searchParams }: Props) {
  const { event, scope } = await managedEventOf(params.eventId, "/messages");
  const here = `/manage/${event.id}/messages`;
  const { email } = await personOrSignIn(here);
  const cursor = typeof searchParams.cursor === "string" ? searchParams.cursor.slice(0, 500) : undefined;
  const input = listAnnouncementsInput.parse({ cursor });
  const [overview, page] = await Promise.all([
    countAudiences(scope),
    pageOrFirst(listAnnouncements(scope, input), here),
  ]);
  const waiting = page.items.filter(({ state }) => state === "waiting");
  const isUnderWay = waiting.length > 0 || page.items.some(({ tally }) => tally && tally.underWay > 0);
  return (
    <>
      {isUnderWay && <KeepFresh />}
      {waiting.map((one) => (
        <WaitingNotice
          key={one.id}
          eventId={event.id}
          id={one.id}
          subject={one.subject}
          to={audienceInWords(one)}
          leftMs={one.sendAt.getTime() - now().getTime()}
          leavesAt={one.sendAt.toLocaleTimeString("en-GB", { timeZone: event.timezone })}
        />
      ))}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-6">
          <ComposeForm
            event={{ id: event.id, timezone: event.timezone, zone: zoneLabelOf(event.timezone) }}
            overview={overview}
            draftId={newId()}
            ownEmail={email}
          />
        </div>
        <Card title="Written so far">
          {page.items.length > 0 ? (
            <AnnouncementList event={event} announcements={page.items} />
          ) : (
            <p className="text-sm text-secondary">
              Nothing yet. Tickets, reminders and changes of time or place go out by themselves; write here for
              everything else.
            </p>
          )}
          <Pagination
            nextHref={page.nextCursor ? `${here}?cursor=${encodeURIComponent(page.nextCursor)}` : undefined}
            firstHref={input.cursor && here}
          />
        </Card>
      </div>
    </>
  );
}

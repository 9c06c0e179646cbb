import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/app/_components/empty-state";
import { PageFrame } from "@/app/_components/page-frame";
import { PageHeader } from "@/app/_components/page-header";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { currentActor } from "@/app/_server/session";
import { SiteFrame } from "@/app/_server/site-frame";
import { listManagedEvents } from "@/lib/events/queries";
import { DoorList } from "./_door/door-list";

export const metadata: Metadata = { title: "Door" };

export default async function DoorsPage() {
  const actor = await currentActor();
  if (actor.kind === "device") redirect(`/door/${actor.eventId}`);
  const person = await personOrSignIn("/door");
  const [live, next, past] = await Promise.all([
    listManagedEvents(person, { view: "live", limit: 20 }),
    listManagedEvents(person, { view: "next", limit: 10 }),
    listManagedEvents(person, { view: "past", limit: 3 }),
  ]);
  const isNobody = live.items.length + next.items.length + past.items.length === 0;
  return (
    <SiteFrame>
      <PageFrame width="reading">
        <PageHeader title="Door" description="Pick the event whose guests you check in." />
        {isNobody && (
          <EmptyState title="No door is yours yet">
            When an organizer adds you to an event’s team, its door appears here.
          </EmptyState>
        )}
        <DoorList title="On now" events={live.items} isLive />
        <DoorList title="Next" events={next.items} />
        <DoorList title="Just over" events={past.items} />
      </PageFrame>
    </SiteFrame>
  );
}

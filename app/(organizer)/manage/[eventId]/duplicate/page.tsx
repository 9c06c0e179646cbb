import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAuthorEvents } from "@/lib/access/roles";
import { localOfInstant } from "@/lib/events/local-time";
import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { managedEventOf } from "../managed-event";
import { DuplicateForm } from "./duplicate-form";

export const metadata: Metadata = { title: "Duplicate" };

const weekMs = 7 * 24 * 60 * 60 * 1000;

export default async function DuplicateEventPage({ params }: { params: { eventId: string } }) {
  const { event } = await managedEventOf(params.eventId, "/duplicate");
  if (!canAuthorEvents(await personOrSignIn(`/manage/${event.id}/duplicate`))) notFound();
  return (
    <Card
      title="Duplicate this event"
      description="Everything is copied but the people: times move along, and the copy waits as a draft."
      className="max-w-form"
    >
      <DuplicateForm eventId={event.id} timezone={event.timezone} startsAt={nextLike(event)} />
    </Card>
  );
}

// The same weekday and hour on the place's clock, in the first week that is still to come.
function nextLike({ startsAt, timezone }: EventDetail): string {
  const weeks = Math.max(1, Math.ceil((now().getTime() - startsAt.getTime()) / weekMs));
  const wallClock = Date.parse(`${localOfInstant(startsAt, timezone)}Z`);
  return new Date(wallClock + weeks * weekMs).toISOString().slice(0, 16);
}

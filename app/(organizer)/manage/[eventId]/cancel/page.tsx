import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/app/_components/card";
import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { managedEventOf } from "../managed-event";
import { CancelForm } from "./cancel-form";

export const metadata: Metadata = { title: "Cancel" };

export default async function CancelEventPage({ params }: { params: { eventId: string } }) {
  const { event } = await managedEventOf(params.eventId, "/cancel");
  const isOver = event.status === "completed" || (event.status === "published" && event.endsAt <= now());
  if (event.status === "cancelled" || isOver) notFound();
  return (
    <Card title="Cancel this event?" description={consequencesOf(event)} className="max-w-form">
      <CancelForm eventId={event.id} people={peopleToldBy(event)} />
    </Card>
  );
}

function peopleToldBy(event: EventDetail): number {
  return event.status === "published" ? event.seatsTaken + event.waitlistCount : 0;
}

function consequencesOf(event: EventDetail): string {
  if (event.status === "draft") return "Nobody has seen this draft, so nobody is told. It can't be taken back.";
  const people = peopleToldBy(event);
  const told =
    people === 0
      ? "Nobody is registered, so nobody is told."
      : `${people.toLocaleString("en")} ${people === 1 ? "person is" : "people are"} told by mail at once.`;
  return `${told} The page stays, marked as cancelled; nobody can register any more. It can't be taken back.`;
}

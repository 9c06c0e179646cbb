import type { Metadata } from "next";
import { Card } from "@/app/_components/card";
import { managedEventOf } from "../../managed-event";
import { AddGuestsForm } from "./add-guests-form";

export const metadata: Metadata = { title: "Add people" };

type Props = { params: { eventId: string } };

export default async function AddGuestsPage({ params }: Props) {
  const { event } = await managedEventOf(params.eventId, "/guests/add");
  return (
    <Card
      title="Add people"
      description="They get a seat while there are some, then a place in the line, and a mail that says which. Nobody is asked questions or needs approval."
      className="max-w-reading"
    >
      <AddGuestsForm eventId={event.id} />
    </Card>
  );
}

import type { Metadata } from "next";
import { Notice } from "@/app/_components/notice";
import { listCategories } from "@/lib/events/categories/list-categories";
import { updateEventAction } from "../../_form/actions";
import { EventForm } from "../../_form/event-form";
import { eventValuesOf } from "../../_form/event-values";
import { listZoneGroups } from "../../_form/zones";
import { managedEventOf } from "../managed-event";

export const metadata: Metadata = { title: "Edit" };

export default async function EditEventPage({ params }: { params: { eventId: string } }) {
  const { event } = await managedEventOf(params.eventId, "/edit");
  if (event.status === "cancelled")
    return <Notice title="This event is cancelled">It can't be changed any more, but you can duplicate it.</Notice>;
  return (
    <>
      {event.status === "published" && event.seatsTaken + event.waitlistCount > 0 && (
        <Notice className="mb-6 max-w-reading">
          A new time or place is told by mail to everyone registered or waiting.
        </Notice>
      )}
      <EventForm
        action={updateEventAction}
        initial={eventValuesOf(event)}
        zoneGroups={listZoneGroups()}
        categories={await listCategories()}
        editing={{ eventId: event.id, revision: event.revision, isDraft: event.status === "draft" }}
      />
    </>
  );
}

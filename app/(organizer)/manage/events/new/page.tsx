import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAuthorEvents } from "@/lib/access/roles";
import { listCategories } from "@/lib/events/categories/list-categories";
import { getOrganisation } from "@/lib/organisation/queries";
import { createEventAction } from "../../_form/actions";
import { EventForm } from "../../_form/event-form";
import { reminderValuesOf } from "../../_form/event-values";
import { listZoneGroups } from "../../_form/zones";

export const metadata: Metadata = { title: "New event" };

export default async function NewEventPage() {
  const person = await personOrSignIn("/manage/events/new");
  if (!canAuthorEvents(person)) notFound();
  const { timezone, setUpAt } = await getOrganisation();
  // Where nobody has said, the browser does.
  const zone = setUpAt ? { timezone } : null;
  return (
    <>
      <PageHeader
        title="New event"
        description="A title, a time and a place are enough. Everything can be changed later."
      />
      <EventForm
        action={createEventAction}
        initial={{ ...zone, waitlistEnabled: "on", category: "other", ...reminderValuesOf([1440, 120]) }}
        zoneGroups={listZoneGroups()}
        categories={await listCategories()}
      />
    </>
  );
}

import type { Metadata } from "next";
import { Button } from "@/app/_components/button";
import { PageFrame } from "@/app/_components/page-frame";
import { SearchField } from "@/app/_components/search-field";
import { formatInstant } from "@/lib/events/when";
import { newId } from "@/lib/platform/id";
import { listRegistrationsInput } from "@/lib/registrations/input";
import { type GuestListItem, listRegistrations } from "@/lib/registrations/queries";
import { DoorHeader } from "../../_door/door-header";
import { doorOfPage } from "../../_door/door-of-page";
import { CodeForm } from "./code-form";
import { PersonForm } from "./person-form";

export const metadata: Metadata = { title: "Check in by hand" };

type Props = { params: { eventId: string }; searchParams: { q?: string } };

export default async function ByHandPage({ params, searchParams }: Props) {
  const { scope, event } = await doorOfPage(params.eventId, `/door/${params.eventId}/by-hand`);
  const search = listRegistrationsInput.safeParse({ q: searchParams.q });
  const q = search.success ? (search.data.q ?? "") : "";
  const found = search.success && q.length >= 2 ? await listRegistrations(scope, search.data) : null;
  return (
    <PageFrame width="form" className="-mt-4">
      <DoorHeader title="Check in by hand" eventTitle={event.title} eventId={event.id} />
      <CodeForm eventId={event.id} scanId={newId()} timezone={event.timezone} />
      <form method="get" className="mt-10 flex gap-2">
        <SearchField
          name="q"
          label="Find by name, two letters are enough"
          placeholder="Name"
          minLength={2}
          defaultValue={q}
          className="flex-1 [&_input]:h-14"
        />
        <Button type="submit" size="door">
          Find
        </Button>
      </form>
      {found && found.items.length === 0 && (
        <p className="py-4 text-base text-secondary">Nobody on the list has that name.</p>
      )}
      <ul className="mt-2 divide-y divide-border">
        {found?.items.map((person) => (
          <li key={person.id}>
            <PersonForm
              {...{ person, eventId: event.id, scanId: newId(), timezone: event.timezone }}
              state={stateOf(person, event.timezone)}
            />
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function stateOf({ status, checkedInAt }: GuestListItem, timezone: string): string | null {
  if (status !== "confirmed") return status === "cancelled" ? "Cancelled" : "Waitlisted";
  return checkedInAt && `In since ${formatInstant(checkedInAt, timezone)}`;
}

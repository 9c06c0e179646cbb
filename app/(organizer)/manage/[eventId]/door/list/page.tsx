import type { Metadata } from "next";
import { EmptyState } from "@/app/_components/empty-state";
import { Notice } from "@/app/_components/notice";
import { PrintButton } from "@/app/_components/print-button";
import { listForPrint, type PrintedPerson } from "@/lib/checkin/print-list";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { managedEventOf } from "../../managed-event";

export const metadata: Metadata = { title: "Door list" };

export default async function DoorListPage({ params }: { params: { eventId: string } }) {
  const { event, scope } = await managedEventOf(params.eventId, "/door/list");
  const { people, isCut } = await listForPrint(scope);
  if (people.length === 0)
    return <EmptyState title="Nobody holds a seat yet">The list fills as people register.</EmptyState>;
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-secondary">
          {people.length.toLocaleString("en")} people, as of {formatInstant(now(), event.timezone)}. Tick whoever comes,
          and check them in by reference afterwards.
        </p>
        <PrintButton>Print the list</PrintButton>
      </div>
      {isCut && (
        <Notice tone="warning" className="mb-4">
          The list ends after 5,000 people. Take the rest from the guest list’s CSV.
        </Notice>
      )}
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Everybody who holds a seat, by name</caption>
        <thead className="text-start">
          <tr className="border-b border-input">
            <th scope="col" className="w-8 py-2">
              <span className="sr-only">In</span>
            </th>
            <th scope="col" className="py-2 text-start font-medium">
              Name
            </th>
            <th scope="col" className="py-2 ps-3 text-start font-medium max-sm:hidden print:table-cell">
              Department
            </th>
            <th scope="col" className="py-2 ps-3 text-start font-medium">
              Reference
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.registrationId} person={person} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ person: { name, department, reference, note, checkedInAt } }: { person: PrintedPerson }) {
  return (
    <tr className="break-inside-avoid border-b border-border align-top">
      <td className="py-1.5">
        <span aria-hidden className="block size-4 border border-foreground text-center text-xs leading-none">
          {checkedInAt && "✓"}
        </span>
        <span className="sr-only">{checkedInAt ? "In" : "Not in"}</span>
      </td>
      <th scope="row" className="py-1.5 text-start font-medium text-foreground">
        <bdi>{name}</bdi>
        {note && <span className="block font-normal text-secondary">{note}</span>}
      </th>
      <td className="py-1.5 ps-3 text-secondary max-sm:hidden print:table-cell">
        <bdi>{department}</bdi>
      </td>
      <td className="py-1.5 ps-3 font-mono tracking-wide text-foreground">{reference}</td>
    </tr>
  );
}

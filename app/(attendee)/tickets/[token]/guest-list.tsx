import { Card } from "@/app/_components/card";
import { ChevronRight } from "@/app/_components/icons";
import type { PartyGuest } from "@/lib/registrations/list-party";
import { attendeeTokenIn } from "../../ticket-view";

const words = { confirmed: "Ticket", waitlisted: "On the waitlist", pending: "Waiting for approval", cancelled: "" };

/** The guests one brings, each with a ticket's page of their own to hand on. */
export function GuestList({ guests }: { guests: readonly PartyGuest[] }) {
  if (guests.length === 0) return null;
  return (
    <Card
      title="Your guests"
      description="Each has a ticket of their own: send them its page."
      className="mt-6 print:hidden"
    >
      <ul className="-my-2 divide-y divide-border">
        {guests.map(({ id, name, status, checkedInAt, pageUrl }) => (
          <li key={id}>
            <a
              href={`/tickets/${attendeeTokenIn(pageUrl)}`}
              className="flex min-h-12 items-center gap-3 py-2 text-sm hover:text-primary"
            >
              <bdi className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</bdi>
              <span className="text-meta text-secondary">{checkedInAt ? "Checked in" : words[status]}</span>
              <ChevronRight aria-hidden className="size-4 text-muted-foreground rtl:rotate-180" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { LinkButton } from "@/app/_components/link-button";
import type { EventDetail } from "@/lib/events/queries";
import type { RegistrationState } from "@/lib/events/rules";
import { formatInstant } from "@/lib/events/when";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ClosedCard } from "./closed-card";
import { OpensIn } from "./opens-in";
import { PastCard } from "./past-card";

type Props = { event: EventDetail; own: RegistrationDetail | null; registration: RegistrationState };

/** Why there is no form, for each state in which one can't register. */
export function InsteadOfForm({ event, own, registration }: Props) {
  const { state, opensAt, closesAt } = registration;
  switch (state) {
    case "open":
    case "waitlist":
      return null;
    case "past":
      return <PastCard event={event} own={own} />;
    case "draft":
      return <ClosedCard title="Not open yet">Registration starts here when the event is published.</ClosedCard>;
    case "cancelled":
      return (
        <ClosedCard title="This event will not take place">
          {own
            ? "Your registration ended with it, and your ticket opens no door. You need not do anything."
            : "Everybody who was registered has been told by mail."}
        </ClosedCard>
      );
    case "full":
      return (
        <ClosedCard
          title="This event is full"
          action={<LinkButton href={`/events?category=${event.category}`}>Find a similar event</LinkButton>}
        >
          All {event.capacity} seats are taken and there is no waitlist. A seat that is given back shows up here.
        </ClosedCard>
      );
    case "closed":
      return (
        <ClosedCard title="Registration has closed">It closed on {formatInstant(closesAt, event.timezone)}.</ClosedCard>
      );
    case "not_open":
      return (
        opensAt && (
          <ClosedCard title="Registration is not open yet">
            It opens on{" "}
            <strong className="font-semibold text-foreground">{formatInstant(opensAt, event.timezone)}</strong> (
            {event.timezone.replaceAll("_", " ")}).
            <OpensIn eventId={event.id} opensAt={opensAt.toISOString()} />
          </ClosedCard>
        )
      );
  }
}

import { LinkButton } from "@/app/_components/link-button";
import type { RegistrationState } from "@/lib/events/rules";
import { formatInstant } from "@/lib/events/when";
import { ClosedCard } from "./closed-card";
import type { ShownEvent } from "./event-page-data";
import { PastCard } from "./past-card";

type Props = { event: ShownEvent; registration: RegistrationState };

/** Why there is no form, for each state in which one can't register. */
export function InsteadOfForm({ event, registration }: Props) {
  const { state, opensAt, closesAt } = registration;
  switch (state) {
    case "open":
    case "waitlist":
      return null;
    case "past":
      return <PastCard event={event} />;
    case "draft":
      return <ClosedCard title="Not open yet">Registration starts here when the event is published.</ClosedCard>;
    case "cancelled":
      return (
        <ClosedCard title="This event will not take place">
          Everybody who was registered has been told by mail.
        </ClosedCard>
      );
    case "full":
      return (
        <ClosedCard
          title="This event is full"
          action={<LinkButton href={`/events?category=${event.category}`}>Find a similar event</LinkButton>}
        >
          {event.capacity === 1 ? "The one seat is taken" : `All ${event.capacity} seats are taken`} and there is no
          waitlist. A seat that is given back shows up here.
        </ClosedCard>
      );
    case "closed":
      return (
        <ClosedCard title="Registration has closed">
          It closed on {formatInstant(closesAt, event.timezone)} ({event.timezone.replaceAll("_", " ")}).
        </ClosedCard>
      );
    case "not_open":
      return (
        opensAt && (
          <ClosedCard title="Registration is not open yet">
            It opens on{" "}
            <strong className="font-semibold text-foreground">{formatInstant(opensAt, event.timezone)}</strong> (
            {event.timezone.replaceAll("_", " ")}).
            <opening-countdown
              aria-hidden
              data-opens-at={opensAt.toISOString()}
              class="mt-4 block min-h-10 font-display text-3xl font-semibold text-foreground"
            />
          </ClosedCard>
        )
      );
  }
}

/** What somebody who was registered reads when the event was called off. */
export function CancelledForYou() {
  return (
    <ClosedCard title="This event will not take place">
      Your registration ended with it, and your ticket opens no door. You need not do anything.
    </ClosedCard>
  );
}

import { LinkButton } from "@/app/_components/link-button";
import { SeatMeter } from "@/app/_components/seat-meter";
import { currentActor } from "@/app/_server/session";
import { listDepartments } from "@/lib/access/list-departments";
import type { EventDetail } from "@/lib/events/queries";
import { registrationStateOf } from "@/lib/events/rules";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ticketViewOf } from "../../ticket-view";
import { CalendarLinks } from "./calendar-links";
import { ClosedCard } from "./closed-card";
import { OpensIn } from "./opens-in";
import { PastCard } from "./past-card";
import { RegisterPanel } from "./register-panel";

type Props = { event: EventDetail; own: RegistrationDetail | null; url: string };

/** What one can do about this event now: register, wait, look at one's ticket, or read why not. */
export async function RegistrationCard({ event, own, url }: Props) {
  const at = now();
  const { state, seatsLeft, opensAt, closesAt } = registrationStateOf(event, at);
  if (state === "past") return <PastCard event={event} own={own} />;
  if (state === "cancelled") {
    return (
      <ClosedCard title="This event will not take place">
        {own
          ? "Your registration ended with it, and your ticket opens no door. You need not do anything."
          : "Everybody who was registered has been told by mail."}
      </ClosedCard>
    );
  }
  if (state === "draft") {
    return <ClosedCard title="Not open yet">Registration starts here when the event is published.</ClosedCard>;
  }
  const isRegistrable = state === "open" || state === "waitlist";
  if (!own && !isRegistrable) {
    if (state === "not_open" && opensAt) {
      return (
        <ClosedCard title="Registration is not open yet">
          It opens on{" "}
          <strong className="font-semibold text-foreground">{formatInstant(opensAt, event.timezone)}</strong> (
          {event.timezone.replaceAll("_", " ")}).
          <OpensIn opensAt={opensAt.toISOString()} serverNow={at.toISOString()} />
        </ClosedCard>
      );
    }
    if (state === "full") {
      return (
        <ClosedCard
          title="This event is full"
          action={<LinkButton href={`/events?category=${event.category}`}>Find a similar event</LinkButton>}
        >
          All {event.capacity} seats are taken and there is no waitlist. A seat that is given back shows up here.
        </ClosedCard>
      );
    }
    return (
      <ClosedCard title="Registration has closed">It closed on {formatInstant(closesAt, event.timezone)}.</ClosedCard>
    );
  }
  const actor = await currentActor();
  const isForLine = state === "waitlist";
  const { id, title, startsAt, endsAt, venue, questions } = event;
  return (
    <RegisterPanel
      eventId={id}
      formKey={crypto.randomUUID()}
      person={actor.kind === "person" ? { name: actor.name, email: actor.email } : null}
      questions={questions}
      departments={actor.kind === "person" ? [] : await listDepartments()}
      isForLine={isForLine}
      signInHref={`/sign-in?next=${encodeURIComponent(`/events/${event.slug}`)}`}
      standing={own && ticketViewOf(own)}
      calendar={
        <CalendarLinks
          event={{ id, title, startsAt, endsAt, venue }}
          url={url}
          fileHref={`/api/events/${id}/calendar.ics`}
        />
      }
      intro={<Intro event={event} isForLine={isForLine} seatsLeft={seatsLeft} />}
    />
  );
}

function Intro({ event, isForLine, seatsLeft }: { event: EventDetail; isForLine: boolean; seatsLeft: number | null }) {
  const { capacity, seatsTaken, waitlistCount } = event;
  return (
    <div className="mb-5">
      <h2 className="font-display text-xl font-semibold">{isForLine ? "Join the waitlist" : "Register"}</h2>
      {isForLine && (
        <p className="mt-1 text-base text-secondary">
          You would be number {waitlistCount + 1} in line. When a seat is given back, the first in line gets it and a
          mail.
        </p>
      )}
      {capacity !== null && seatsLeft !== null && (
        <SeatMeter
          className="mt-3"
          taken={seatsTaken}
          capacity={capacity}
          words={seatsLeft === 0 ? `All ${capacity} seats are taken` : `${seatsLeft} of ${capacity} seats left`}
        />
      )}
    </div>
  );
}

import { currentActor } from "@/app/_server/session";
import { listDepartments } from "@/lib/access/list-departments";
import type { EventDetail } from "@/lib/events/queries";
import { registrationStateOf } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";
import { findIneligibleReason } from "@/lib/registrations/find-ineligible-reason";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ticketViewOf } from "../../ticket-view";
import { CalendarLinks } from "./calendar-links";
import { InsteadOfForm } from "./instead-of-form";
import { LiveSeats } from "./live-seats";
import { NotForYou } from "./not-for-you";
import { RegisterPanel } from "./register-panel";

type Props = { event: EventDetail; own: RegistrationDetail | null; url: string; invitation: string | null };

/** What one can do about this event now: register, wait, look at one's ticket, or read why not. */
export async function RegistrationCard({ event, own, url, invitation }: Props) {
  const registration = registrationStateOf(event, now());
  const { state, seatsLeft } = registration;
  const actor = await currentActor();
  const isForLine = state === "waitlist";
  const isOff = state === "past" || state === "cancelled" || state === "draft";
  const reason = await findIneligibleReason(actor, event, invitation);
  const hasForm = (state === "open" || isForLine) && reason === null;
  const { id, title, startsAt, endsAt, venue, questions, guestsPerPerson } = event;
  const here = `/events/${event.slug}${invitation ? `?invitation=${encodeURIComponent(invitation)}` : ""}`;
  const signInHref = `/sign-in?next=${encodeURIComponent(here)}`;
  return (
    <RegisterPanel
      eventId={id}
      person={actor.kind === "person" ? { name: actor.name, email: actor.email } : null}
      questions={questions}
      departments={hasForm && actor.kind !== "person" ? await listDepartments() : []}
      isForLine={isForLine}
      isRequest={event.approval !== "none"}
      guestsPerPerson={guestsPerPerson}
      invitation={invitation}
      signInHref={signInHref}
      standing={own && !isOff ? ticketViewOf(own) : null}
      instead={
        hasForm ? null : state === "open" || isForLine ? (
          <NotForYou event={event} reason={reason} signInHref={actor.kind !== "person" ? signInHref : null} />
        ) : (
          <InsteadOfForm event={event} own={own} registration={registration} />
        )
      }
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
      <h2 className="font-display text-xl font-semibold">
        {isForLine ? "Join the waitlist" : event.approval === "none" ? "Register" : "Ask to come"}
      </h2>
      {event.approval !== "none" && (
        <p className="mt-1 text-base text-secondary">The organizer decides on each registration, and you get a mail.</p>
      )}
      {isForLine && (
        <p className="mt-1 text-base text-secondary">
          You would be number {waitlistCount + 1} in line. When a seat is given back, the first in line gets it and a
          mail.
        </p>
      )}
      {capacity !== null && seatsLeft !== null && (
        <LiveSeats eventId={event.id} {...{ capacity, seatsTaken, waitlistCount }} />
      )}
    </div>
  );
}

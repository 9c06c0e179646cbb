import { currentActor } from "@/app/_server/session";
import { listDepartments } from "@/lib/access/list-departments";
import type { EventDetail } from "@/lib/events/queries";
import { type RegistrationState, registrationStateOf } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";
import { findIneligibleReason } from "@/lib/registrations/find-ineligible-reason";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ticketViewOf } from "../../ticket-view";
import { CalendarLinks } from "./calendar-links";
import { InsteadOfForm } from "./instead-of-form";
import { LiveSeats } from "./live-seats";
import { NotForYou } from "./not-for-you";
import { PlaceInLine } from "./place-in-line";
import { RegisterPanel } from "./register-panel";

type Props = {
  event: EventDetail;
  own: RegistrationDetail | null;
  url: string;
  invitation: string | null;
  /** The states that this card is drawn for: the present one first. */
  states: readonly RegistrationState["state"][];
};

/** What one can do about this event, now and in the states to come: register, wait, look at one's ticket, or read why not. */
export async function RegistrationCard({ event, own, url, invitation, states }: Props) {
  const registration = registrationStateOf(event, now());
  const isOff = states.some((state) => state === "past" || state === "cancelled" || state === "draft");
  const actor = await currentActor();
  const person = actor.kind === "person" ? { name: actor.name, email: actor.email } : null;
  const reason = await findIneligibleReason(actor, event, invitation);
  const hasForm = reason === null && states.includes("open");
  const { id, title, startsAt, endsAt, venue, questions, guestsPerPerson } = event;
  const here = `/events/${event.slug}${invitation ? `?invitation=${encodeURIComponent(invitation)}` : ""}`;
  const signInHref = `/sign-in?next=${encodeURIComponent(here)}`;
  const notForYou = reason && <NotForYou event={event} reason={reason} signInHref={person ? null : signInHref} />;
  const instead = (state: RegistrationState["state"]) =>
    state === "open" || state === "waitlist" ? (
      notForYou
    ) : (
      <InsteadOfForm event={event} own={own} registration={{ ...registration, state }} />
    );
  return (
    <RegisterPanel
      eventId={id}
      {...{ person, questions, guestsPerPerson, invitation, signInHref }}
      departments={hasForm && !person ? await listDepartments() : []}
      isRequest={event.approval !== "none"}
      standing={own && !isOff ? ticketViewOf(own) : null}
      instead={Object.fromEntries(states.map((state) => [state, instead(state)]))}
      intro={{ open: <Intro event={event} isForLine={false} />, waitlist: <Intro event={event} isForLine /> }}
      calendar={
        <CalendarLinks
          event={{ id, title, startsAt, endsAt, venue }}
          url={url}
          fileHref={`/api/events/${id}/calendar.ics`}
        />
      }
    />
  );
}

function Intro({ event: { approval }, isForLine }: { event: EventDetail; isForLine: boolean }) {
  return (
    <div className="mb-5">
      <h2 className="font-display text-xl font-semibold">
        {isForLine ? "Join the waitlist" : approval === "none" ? "Register" : "Ask to come"}
      </h2>
      {approval !== "none" && (
        <p className="mt-1 text-base text-secondary">The organizer decides on each registration, and you get a mail.</p>
      )}
      {isForLine && (
        <p className="mt-1 text-base text-secondary">
          You would be number <PlaceInLine /> in line. When a seat is given back, the first in line gets it and a mail.
        </p>
      )}
      <LiveSeats />
    </div>
  );
}

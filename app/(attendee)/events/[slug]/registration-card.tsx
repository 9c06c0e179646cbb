import { type Actor, anonymous } from "@/lib/access/actor";
import { listDepartments } from "@/lib/access/list-departments";
import type { EventDetail } from "@/lib/events/queries";
import { registrationStateOf, statesToComeOf, unchangedSince } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";
import { findIneligibleReason } from "@/lib/registrations/find-ineligible-reason";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { ticketViewOf } from "../../ticket-view";
import { CalendarLinks } from "./calendar-links";
import { followedPartOf } from "./followed-part-of";
import { NotForYou } from "./not-for-you";
import { OutcomeTemplates } from "./outcome-templates";
import { OwnCard } from "./own-card";
import { ReaderTemplates } from "./reader-templates";
import { RegisterPanel } from "./register-panel";
import { StandingTicket } from "./standing-ticket";
import { StateHead } from "./state-head";

export type CardProps = {
  event: EventDetail;
  url: string;
  /** The code of the invitation link by which the page was opened. */
  invitation: string | null;
  /** For whom the card is drawn; null for a page that says the same to everybody. */
  reader: { actor: Actor; own: RegistrationDetail | null; surveyHref: string | null } | null;
};

/**
 * What one can do about this event, now and in the states to come: register, wait, or read why not. A shared page holds what its
 * script needs to add the reader's own part; one drawn for its reader says it at once.
 */
export async function RegistrationCard({ event, url, invitation, reader }: CardProps) {
  const at = now();
  const registration = registrationStateOf(event, at);
  const states = statesToComeOf(event, at);
  const { id, title, startsAt, endsAt, venue, questions, guestsPerPerson, approval } = event;
  const actor = reader?.actor ?? anonymous;
  const person = actor.kind === "person" ? { name: actor.name, email: actor.email } : null;
  const reason = await findIneligibleReason(actor, event, invitation);
  const query = new URLSearchParams({ ...(invitation && { invitation }), ...(reader && { me: "1" }) }).toString();
  const againHref = query ? `?${query}` : "?";
  const signInHref = `/sign-in?next=${encodeURIComponent(`/events/${event.slug}${query ? againHref : ""}`)}`;
  const isFormState = registration.state === "open" || registration.state === "waitlist";
  const mayComeToForm = states.includes("open") || states.includes("waitlist");
  const calendar = (
    <CalendarLinks
      event={{ id, title, startsAt, endsAt, venue }}
      url={url}
      fileHref={`/api/events/${id}/calendar.ics`}
    />
  );
  const head =
    isFormState && reason ? (
      <NotForYou event={event} reason={reason} signInHref={person ? null : signInHref} />
    ) : (
      <StateHead event={event} registration={registration} />
    );
  const isOver = ["past", "cancelled", "draft"].includes(registration.state);
  return (
    <event-registration
      data-event-id={id}
      data-event={JSON.stringify(followedPartOf(event))}
      data-as-of={unchangedSince(event, at).toISOString()}
      data-invitation={invitation ?? undefined}
      data-reason={reason ?? undefined}
      data-personal={reader ? "" : undefined}
    >
      {reader?.own && isOver && <OwnCard event={event} own={reader.own} surveyHref={reader.surveyHref} />}
      {reader?.own && !isOver && (
        <div data-panel="">
          <div data-standing="">
            <StandingTicket ticket={ticketViewOf(reader.own)} calendar={calendar} />
          </div>
        </div>
      )}
      {!reader?.own && (
        <RegisterPanel
          {...{ eventId: id, person, questions, guestsPerPerson, invitation, signInHref, calendar, againHref }}
          head={head}
          hasForm={isFormState && reason === null}
          departments={mayComeToForm && !person ? await listDepartments() : []}
          isForLine={registration.state === "waitlist"}
          isRequest={approval !== "none"}
        />
      )}
      {states.map((state) => (
        <template key={state} data-state={state}>
          <StateHead event={event} registration={{ ...registration, state }} />
        </template>
      ))}
      {!reader && <ReaderTemplates event={event} state={registration.state} signInHref={signInHref} />}
      {mayComeToForm && <OutcomeTemplates event={event} calendar={calendar} againHref={againHref} />}
    </event-registration>
  );
}

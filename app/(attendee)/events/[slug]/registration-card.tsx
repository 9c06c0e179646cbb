import { type RegistrationState, registrationStateOf, statesToComeOf, unchangedSince } from "@/lib/events/rules";
import { CalendarLinks } from "./calendar-links";
import type { EventPageData } from "./event-page-data";
import { followedPartOf } from "./followed-part-of";
import { NotForYou } from "./not-for-you";
import { OutcomeTemplates } from "./outcome-templates";
import { OwnPanel } from "./own-panel";
import { ReaderTemplates } from "./reader-templates";
import { RegisterPanel } from "./register-panel";
import { StateHead } from "./state-head";

const withForm = new Set<RegistrationState["state"]>(["open", "waitlist"]);

/**
 * What one can do about this event, now and in the states to come: register, wait, or read why not.
 * A shared page holds what its script needs to add the reader's own part; one drawn for its reader
 * says it at once.
 */
export function RegistrationCard(view: EventPageData) {
  const { event, url, invitation, at, reader, reason, departments, privacyUrl } = view;
  const registration = registrationStateOf(event, at);
  const states = statesToComeOf(event, at);
  const { id, questions, guestsPerPerson, approval } = event;
  const person = reader?.account ?? null;
  const query = new URLSearchParams({ ...(invitation && { invitation }), ...(reader && { me: "1" }) }).toString();
  const againHref = query ? `?${query}` : "?";
  const signInHref = `/sign-in?next=${encodeURIComponent(`/events/${event.slug}${query ? againHref : ""}`)}`;
  const mayComeToForm = states.some((state) => withForm.has(state));
  const isRefused = withForm.has(registration.state) && reason !== null;
  const calendar = <CalendarLinks event={event} url={url} fileHref={`/api/events/${id}/calendar.ics`} />;
  return (
    <event-registration
      data-event-id={id}
      data-event={JSON.stringify(followedPartOf(event))}
      data-as-of={unchangedSince(event, at).toISOString()}
      data-invitation={invitation ?? undefined}
      data-reason={reason ?? undefined}
      data-personal={reader ? "" : undefined}
    >
      <RegisterPanel
        own={
          reader?.registration && (
            <OwnPanel event={event} at={at} registration={reader.registration} reader={reader} calendar={calendar} />
          )
        }
        eventId={id}
        person={person}
        questions={questions}
        departments={departments}
        privacyUrl={privacyUrl}
        guestsPerPerson={guestsPerPerson}
        invitation={invitation}
        signInHref={signInHref}
        calendar={calendar}
        againHref={againHref}
        head={
          isRefused ? (
            <NotForYou event={event} reason={reason} signInHref={person ? null : signInHref} />
          ) : (
            <StateHead event={event} registration={registration} />
          )
        }
        hasForm={withForm.has(registration.state) && reason === null}
        isForLine={registration.state === "waitlist"}
        isRequest={approval !== "none"}
      />
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

import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/link-button";
import { now } from "@/lib/platform/clock";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import type { SurveyForAttendee } from "@/lib/surveys/queries";
import { TicketStub } from "../../ticket-stub";
import { ticketViewOf } from "../../ticket-view";
import { DoorMode } from "./door-mode";

type Props = { registration: RegistrationDetail; survey: SurveyForAttendee; token: string };

/** The torn-off side of the ticket: the code while it is good for something, else what stands in its place. */
export function TicketSide({ registration, survey, token }: Props) {
  const { status, event, waitlistPosition } = registration;
  if (event.status === "cancelled") {
    return (
      <Words title="Not valid">The event was called off, so there is nothing to scan. You need not do anything.</Words>
    );
  }
  if (status === "cancelled") {
    return (
      <Words title="No longer valid">
        This place was given up, or passed on.
        <LinkButton href={`/events/${event.slug}`} className="mt-4">
          Register again
        </LinkButton>
      </Words>
    );
  }
  if (event.endsAt <= now()) return <AfterTheEvent registration={registration} survey={survey} token={token} />;
  if (status === "waitlisted") {
    return (
      <Words title={waitlistPosition === null ? "Waiting" : `No. ${waitlistPosition} in line`}>
        When a seat is yours we write to you, and the ticket appears on this page.
      </Words>
    );
  }
  if (status === "pending") {
    return (
      <Words title="Asked for">
        The organizer decides on each registration. When yours is approved we write to you, and the ticket appears on
        this page.
      </Words>
    );
  }
  if (registration.ticket === null) {
    return (
      <Words title="Held for you">
        The ticket appears on this page when the seat is confirmed by the link we mailed.
      </Words>
    );
  }
  const ticket = ticketViewOf(registration);
  return (
    <div className="flex flex-col gap-5">
      <TicketStub ticket={ticket} />
      {ticket.code !== null && <DoorMode name={ticket.name} reference={ticket.reference} />}
    </div>
  );
}

function AfterTheEvent({ registration, survey, token }: Props) {
  if (!registration.checkedInAt) return <Words title="This event is over">We hope to see you at another one.</Words>;
  return (
    <Words title="Thank you for coming">
      {survey.state === "answered" && "Thank you for your answers, too."}
      {survey.state === "open" && (
        <LinkButton href={`/surveys/${token}`} variant="primary" size="public" className="mt-4">
          Tell us how it was
        </LinkButton>
      )}
    </Words>
  );
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center text-center text-base text-secondary">
      <p className="mb-1 font-display text-xl font-semibold text-foreground">{title}</p>
      {children}
    </div>
  );
}

import type { ReactNode } from "react";
import { Notice } from "@/app/_components/notice";
import { closedBecause } from "@/lib/registrations/messages";
import type { RegisterResult } from "./register-result";
import { StandingTicket } from "./standing-ticket";

type Props = {
  result: RegisterResult;
  calendar: ReactNode;
  /** This page, loaded anew. */
  againHref: string;
  isTemplate?: boolean;
};

/** What came of the form, in its place. */
export function RegisterOutcomeView({ result, calendar, againHref, isTemplate }: Props) {
  switch (result.outcome) {
    case "registered":
    case "already_registered": {
      const { ticket, email } = result;
      const isIn = result.outcome === "registered" && ticket.status === "confirmed";
      return <StandingTicket ticket={ticket} isIn={isIn} sentTo={email} calendar={calendar} isTemplate={isTemplate} />;
    }
    case "already_registered_guest":
      return (
        <>
          <h2 className="font-display text-xl font-semibold">Look in your mail</h2>
          <p className="mt-2 text-base text-secondary">
            If{" "}
            <bdi data-fill="email" className="font-medium break-all text-foreground">
              {result.email}
            </bdi>{" "}
            is registered for this event, the ticket was sent there again.
          </p>
          <TryAgain href={againHref}>Register somebody else</TryAgain>
        </>
      );
    case "event_full":
      return (
        <Notice tone="warning" title="The last seat has just gone">
          <p className="mt-1">There is no waitlist for this event.</p>
          <TryAgain href={againHref}>Look again</TryAgain>
        </Notice>
      );
    case "registration_closed":
      return (
        <Notice tone="warning" title="You were not registered">
          <p data-fill="reason" className="mt-1">
            {result.reason && closedBecause[result.reason]}
          </p>
          <TryAgain href={againHref}>See the event as it is now</TryAgain>
        </Notice>
      );
  }
}

function TryAgain({ href, children }: { href: string; children: string }) {
  return (
    <p className="mt-3">
      <a
        href={href}
        className="inline-flex min-h-11 items-center text-sm font-medium text-primary underline underline-offset-2"
      >
        {children}
      </a>
    </p>
  );
}

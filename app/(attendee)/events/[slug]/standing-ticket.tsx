import type { ReactNode } from "react";
import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { TicketStub } from "../../ticket-stub";
import type { TicketView } from "../../ticket-view";

type Props = {
  ticket: TicketView;
  /** Somebody has just got a seat. */
  isIn?: boolean;
  /** Where the mail about it was sent; null where none was sent just now. */
  sentTo?: string | null;
  calendar: ReactNode;
  /**
   * The page's script fills it in: then it holds every part, each marked with what it depends on.
   */
  isTemplate?: boolean;
};

const titles = {
  confirmed: "You are registered",
  waitlisted: "You are on the waitlist",
  pending: "You asked to come",
  cancelled: "Your registration is cancelled",
};

const ways = {
  confirmed: "Open the ticket",
  waitlisted: "Your place in line",
  pending: "Your request",
  cancelled: "Open the ticket",
};

/** The registration one has for this event, with the way to its page. */
export function StandingTicket({ ticket, isIn = false, sentTo = null, calendar, isTemplate = false }: Props) {
  const { status, waitlistPosition } = ticket;
  const isConfirmed = status === "confirmed";
  return (
    <>
      {isConfirmed && (isIn || isTemplate) && (
        <h2 data-if="isIn" className="font-display text-xl font-semibold">
          You’re in
        </h2>
      )}
      {(!isIn || isTemplate) && (
        <h2 data-if="isStanding" className="font-display text-xl font-semibold">
          {titles[status]}
        </h2>
      )}
      {status === "waitlisted" && (waitlistPosition !== null || isTemplate) && (
        <p data-if="isInLine" className="mt-1 text-base text-secondary">
          You are number{" "}
          <strong data-fill="waitlistPosition" className="font-semibold text-foreground">
            {waitlistPosition}
          </strong>{" "}
          in line. When a seat is yours we write to you at once.
        </p>
      )}
      {status === "pending" && (
        <p className="mt-1 text-base text-secondary">
          The organizer decides on each registration. You get a mail with your ticket, or with the answer that it did
          not work out.
        </p>
      )}
      {(sentTo !== null || isTemplate) && (
        <p data-if="isSent" className="mt-1 text-base text-secondary">
          {isConfirmed ? "We sent the ticket to " : "We sent the details to "}
          <bdi data-fill="email" className="font-medium break-all text-foreground">
            {sentTo}
          </bdi>
          .
        </p>
      )}
      <TicketStub ticket={ticket} className="mt-5" />
      <div className="mt-5 flex flex-col gap-2 border-t border-border pt-4">
        <LinkButton
          data-href="ticket"
          href={ticket.href}
          size="public"
          wide
          variant={isConfirmed ? "primary" : "secondary"}
        >
          {ways[status]}
        </LinkButton>
        {calendar}
        {isTemplate && (
          <Button data-if="isGuest" data-register-another="" variant="ghost" className="self-start">
            Register somebody else
          </Button>
        )}
      </div>
    </>
  );
}

import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/link-button";
import { TicketStub } from "../../ticket-stub";
import type { TicketView } from "../../ticket-view";

type Props = { ticket: TicketView; title?: string; calendar: ReactNode; children?: ReactNode };

/** The registration one has for this event, with the way to its page. */
export function StandingTicket({ ticket, title, calendar, children }: Props) {
  const isWaiting = ticket.status === "waitlisted";
  return (
    <>
      <h2 className="font-display text-xl font-semibold">
        {title ?? (isWaiting ? "You are on the waitlist" : "You are registered")}
      </h2>
      {isWaiting && ticket.waitlistPosition !== null && (
        <p className="mt-1 text-base text-secondary">
          You are number <strong className="font-semibold text-foreground">{ticket.waitlistPosition}</strong> in line.
          When a seat is yours we write to you at once.
        </p>
      )}
      {children}
      <TicketStub ticket={ticket} className="mt-5" />
      <div className="mt-5 flex flex-col gap-2 border-t border-border pt-4">
        <LinkButton href={ticket.href} size="public" wide variant={isWaiting ? "secondary" : "primary"}>
          {isWaiting ? "Your place in line" : "Open the ticket"}
        </LinkButton>
        {calendar}
      </div>
    </>
  );
}

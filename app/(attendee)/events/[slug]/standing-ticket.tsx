import type { ReactNode } from "react";
import { LinkButton } from "@/app/_components/link-button";
import { TicketStub } from "../../ticket-stub";
import type { TicketView } from "../../ticket-view";

type Props = { ticket: TicketView; title?: string; calendar: ReactNode; children?: ReactNode };

const titles = {
  confirmed: "You are registered",
  waitlisted: "You are on the waitlist",
  pending: "You asked to come",
  cancelled: "Your registration is cancelled",
};

/** The registration one has for this event, with the way to its page. */
export function StandingTicket({ ticket, title, calendar, children }: Props) {
  const isWaiting = ticket.status === "waitlisted";
  return (
    <>
      <h2 className="font-display text-xl font-semibold">{title ?? titles[ticket.status]}</h2>
      {isWaiting && ticket.waitlistPosition !== null && (
        <p className="mt-1 text-base text-secondary">
          You are number <strong className="font-semibold text-foreground">{ticket.waitlistPosition}</strong> in line.
          When a seat is yours we write to you at once.
        </p>
      )}
      {ticket.status === "pending" && (
        <p className="mt-1 text-base text-secondary">
          The organizer decides on each registration. You get a mail with your ticket, or with the answer that it did
          not work out.
        </p>
      )}
      {children}
      <TicketStub ticket={ticket} className="mt-5" />
      <div className="mt-5 flex flex-col gap-2 border-t border-border pt-4">
        <LinkButton href={ticket.href} size="public" wide variant={ticket.qrSrc ? "primary" : "secondary"}>
          {ticket.status === "pending" ? "Your request" : isWaiting ? "Your place in line" : "Open the ticket"}
        </LinkButton>
        {calendar}
      </div>
    </>
  );
}

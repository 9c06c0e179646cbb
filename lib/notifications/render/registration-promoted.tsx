/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import { GuestTickets } from "./guest-tickets";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

/** Out of the line and into a seat, with the ticket, and what to do if one can't come any more. */
export function registrationPromoted({
  name,
  event,
  pageUrl,
  reference,
  confirmBy,
  guests,
}: RegistrationFacts): MailContent {
  return {
    subject: `A seat is yours: ${event.title}`,
    preheader: confirmBy
      ? `You moved up from the waitlist. Please say by ${confirmBy} that you come.`
      : `You moved up from the waitlist. ${event.day}, ${event.time} ${event.zone}.`,
    reason: `You get this mail because you were on the waitlist of ${event.title} at`,
    body: (
      <>
        <Title>A seat is yours</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, a seat at <Name>{event.title}</Name> became free and you were next in line: it is
          yours. Here is your ticket.
        </Paragraph>
        {confirmBy && (
          <Paragraph>
            <strong>Please say by {confirmBy} that you come.</strong> Without an answer the seat passes to the next
            person in line, and this ticket ends.
          </Paragraph>
        )}
        <TicketBlock reference={reference} />
        <GuestTickets guests={guests} />
        <EventFacts event={event} />
        <Action href={pageUrl}>{confirmBy ? "Yes, I come" : "Open my ticket"}</Action>
        <Aside>
          Can’t come any more? Please cancel on the ticket’s page soon: the next person in line is waiting for it.
        </Aside>
      </>
    ),
  };
}

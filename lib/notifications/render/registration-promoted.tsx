/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

/** Out of the line and into a seat, with the ticket, and what to do if one can't come any more. */
export function registrationPromoted({ name, event, pageUrl, reference }: RegistrationFacts): MailContent {
  return {
    subject: `A seat is yours: ${event.title}`,
    preheader: `You moved up from the waitlist. ${event.day}, ${event.time} ${event.zone}.`,
    reason: `You get this mail because you were on the waitlist of ${event.title} at`,
    body: (
      <>
        <Title>A seat is yours</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, a seat at <Name>{event.title}</Name> became free and you were next in line: it is
          yours. Here is your ticket.
        </Paragraph>
        <TicketBlock reference={reference} />
        <EventFacts event={event} />
        <Action href={pageUrl}>Open my ticket</Action>
        <Aside>
          Can’t come any more? Please cancel on the ticket’s page soon: the next person in line is waiting for it.
        </Aside>
      </>
    ),
  };
}

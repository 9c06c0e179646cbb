/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

/** Somebody passed their seat on to this person: the ticket, and how to give the seat back. */
export function ticketReceived({ name, event, pageUrl, reference }: RegistrationFacts): MailContent {
  return {
    subject: `A ticket was passed on to you: ${event.title}`,
    preheader: `${event.day}, ${event.time} ${event.zone}. Your ticket is inside.`,
    reason: `You get this mail because somebody passed their seat at ${event.title} on to`,
    body: (
      <>
        <Title>A ticket was passed on to you</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, somebody who can’t come gave you their seat at <Name>{event.title}</Name>. This
          ticket is yours alone; theirs no longer works.
        </Paragraph>
        <TicketBlock reference={reference} />
        <EventFacts event={event} />
        <Action href={pageUrl}>Open my ticket</Action>
        <Aside>Can’t come either? Cancel on the ticket’s page, and the seat goes to somebody else.</Aside>
      </>
    ),
  };
}

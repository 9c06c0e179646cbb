/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import { GuestTickets } from "./guest-tickets";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

/** The seat is theirs: ticket, time and place, and how to give it back. */
export function registrationConfirmed({ name, event, pageUrl, reference, guests }: RegistrationFacts): MailContent {
  return {
    subject: `You’re in: ${event.title}`,
    preheader: `${event.day}, ${event.time} ${event.zone}. Your ticket is inside.`,
    reason: `You get this mail because you registered for ${event.title} at`,
    body: (
      <>
        <Title>You’re in</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, your seat at <Name>{event.title}</Name> is confirmed. Show this code at the door,
          on your phone or on paper.
        </Paragraph>
        <TicketBlock reference={reference} />
        <GuestTickets guests={guests} />
        <EventFacts event={event} />
        <Action href={pageUrl}>Open my ticket</Action>
        <Aside>
          Can’t come? Cancel on the ticket’s page, and the seat goes to somebody else. The calendar entry is attached.
        </Aside>
      </>
    ),
  };
}

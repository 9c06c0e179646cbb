/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

/** The ticket once more, for somebody who asked for it or got a new one. */
export function ticketResent({ name, event, pageUrl, reference }: RegistrationFacts): MailContent {
  return {
    subject: `Your ticket: ${event.title}`,
    preheader: `${event.day}, ${event.time} ${event.zone}. Your ticket is inside.`,
    reason: `You get this mail because you are registered for ${event.title} at`,
    body: (
      <>
        <Title>Your ticket</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, here is your ticket for <Name>{event.title}</Name>. You are registered already; if
          you have older mails with a ticket, use this one.
        </Paragraph>
        <TicketBlock reference={reference} />
        <EventFacts event={event} />
        <Action href={pageUrl}>Open my ticket</Action>
        <Aside>You did not ask for it? Then somebody typed your address, or the organizer sent it once more.</Aside>
      </>
    ),
  };
}

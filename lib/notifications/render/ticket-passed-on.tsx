/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Name, Paragraph, Title } from "./mail-parts";

/** One's seat is now somebody else's, and one's own ticket no longer works. */
export function ticketPassedOn({ name, event }: RegistrationFacts): MailContent {
  return {
    subject: `You passed your ticket on: ${event.title}`,
    preheader: "Your own ticket no longer works.",
    reason: `You get this mail because you were registered for ${event.title} at`,
    body: (
      <>
        <Title>You passed your ticket on</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, your seat at <Name>{event.title}</Name> is now somebody else’s, who got a ticket of
          their own by mail. Yours no longer works, and the attached file takes the entry out of your calendar.
        </Paragraph>
        <Paragraph>Was that not you? Answer to this mail, and the organizer can help.</Paragraph>
        <EventFacts event={event} />
      </>
    ),
  };
}

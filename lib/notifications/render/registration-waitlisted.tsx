/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

/** In the line, at which place, and that nothing needs to be done. */
export function registrationWaitlisted({ name, event, pageUrl, waitlistPosition }: RegistrationFacts): MailContent {
  const place = waitlistPosition === null ? "" : ` You are number ${waitlistPosition} in line.`;
  return {
    subject: `You’re on the waitlist: ${event.title}`,
    preheader: `The event is full right now.${place}`,
    reason: `You get this mail because you registered for ${event.title} at`,
    body: (
      <>
        <Title>You’re on the waitlist</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, <Name>{event.title}</Name> is full right now.{place}
        </Paragraph>
        <Paragraph>
          When a seat becomes free it is yours without your doing anything, and the ticket comes by mail at once.
        </Paragraph>
        <EventFacts event={event} />
        <Action href={pageUrl}>See my place in line</Action>
        <Aside>No longer interested? You can leave the line on the same page.</Aside>
      </>
    ),
  };
}

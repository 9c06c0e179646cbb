/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

/** The request has arrived, and the organizer decides. */
export function registrationPending({ name, event, pageUrl }: RegistrationFacts): MailContent {
  return {
    subject: `Your request: ${event.title}`,
    preheader: "The organizer decides and you get a mail. Nothing to do until then.",
    reason: `You get this mail because you asked to come to ${event.title} at`,
    body: (
      <>
        <Title>Your request is with the organizer</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, the organizer of <Name>{event.title}</Name> decides on each registration. You get a
          mail with your ticket, or with the answer that it did not work out.
        </Paragraph>
        <EventFacts event={event} />
        <Action href={pageUrl}>See my request</Action>
        <Aside>Changed your mind? You can take the request back on the same page.</Aside>
      </>
    ),
  };
}

/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Name, Paragraph, Title } from "./mail-parts";

/** The organizer has said no. */
export function registrationDeclined({ name, event }: RegistrationFacts): MailContent {
  return {
    subject: `No place this time: ${event.title}`,
    preheader: "The organizer could not accept your request.",
    reason: `You get this mail because you asked to come to ${event.title} at`,
    body: (
      <>
        <Title>No place this time</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, the organizer could not accept your request to come to <Name>{event.title}</Name>.
          Answer to this mail if you have a question.
        </Paragraph>
        <EventFacts event={event} />
      </>
    ),
  };
}

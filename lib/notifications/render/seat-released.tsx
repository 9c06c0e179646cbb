/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Aside, Name, Paragraph, TextLink, Title } from "./mail-parts";

/** The seat passed on because nobody answered in time. */
export function seatReleased({ name, event }: RegistrationFacts): MailContent {
  return {
    subject: `Your seat has passed on: ${event.title}`,
    preheader: "You did not answer in time, so the next in line has it.",
    reason: `You get this mail because you were registered for ${event.title} at`,
    body: (
      <>
        <Title>Your seat has passed on</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, a seat at <Name>{event.title}</Name> was kept for you, and we did not hear from you
          in time. The next person in line has it now.
        </Paragraph>
        <EventFacts event={event} />
        <Aside>
          Still want to come? <TextLink href={event.url}>Register again</TextLink>: you join the end of the line.
        </Aside>
      </>
    ),
  };
}

/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Aside, Name, Paragraph, TextLink, Title } from "./mail-parts";

type Facts = RegistrationFacts & { byOrganizer: boolean };

/** The place is given up, by whom, and that the ticket no longer works. */
export function registrationCancelled({ name, event, byOrganizer }: Facts): MailContent {
  const who = byOrganizer ? "The organizer cancelled your place" : "You cancelled your place";
  return {
    subject: `Your place is cancelled: ${event.title}`,
    preheader: `${who}. Your ticket no longer works.`,
    reason: `You get this mail because you were registered for ${event.title} at`,
    body: (
      <>
        <Title>Your place is cancelled</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, {who.charAt(0).toLowerCase() + who.slice(1)} at <Name>{event.title}</Name>. Your
          ticket no longer works, and the attached file takes the entry out of your calendar.
        </Paragraph>
        <EventFacts event={event} />
        {!byOrganizer && (
          <Aside>
            Changed your mind? <TextLink href={event.url}>Register again</TextLink> while there are seats.
          </Aside>
        )}
      </>
    ),
  };
}

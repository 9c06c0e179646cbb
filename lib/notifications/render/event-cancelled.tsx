/** @jsxRuntime automatic */
import { Text } from "@react-email/components";
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Name, Paragraph, Title } from "./mail-parts";
import { style } from "./mail-style";

/** The event does not take place, and why, where the organizer said so. */
export function eventCancelled({ name, event }: RegistrationFacts): MailContent {
  return {
    subject: `Cancelled: ${event.title}`,
    preheader: `The event on ${event.day} does not take place.`,
    reason: `You get this mail because you were registered for ${event.title} at`,
    body: (
      <>
        <Title>The event is cancelled</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, we are sorry: <Name>{event.title}</Name> does not take place.
        </Paragraph>
        {event.cancelReason && (
          <Text dir="auto" className="quote" style={style.quote}>
            {event.cancelReason}
          </Text>
        )}
        <EventFacts event={event} />
        <Paragraph>You need not do anything. The attached file takes the entry out of your calendar.</Paragraph>
      </>
    ),
  };
}

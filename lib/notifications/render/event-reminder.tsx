/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";
import { TicketBlock } from "./ticket-block";

type Facts = RegistrationFacts & {
  /** "today", "tomorrow" or "on Tue 3 Jun". */
  nearness: string;
};

/** Shortly before the event: when, where and the ticket, so that nobody has to look for them. */
export function eventReminder({ name, event, pageUrl, reference, nearness }: Facts): MailContent {
  return {
    subject: `${nearness.charAt(0).toUpperCase()}${nearness.slice(1)}: ${event.title}`,
    preheader: `${event.time} ${event.zone}${event.venue && `, ${event.venue}`}. Your ticket is inside.`,
    reason: `You get this mail because you are registered for ${event.title} at`,
    body: (
      <>
        <Title>See you {nearness}</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, <Name>{event.title}</Name> takes place {nearness}, {event.time} {event.zone}. Have
          this code ready at the door.
        </Paragraph>
        <TicketBlock reference={reference} />
        <EventFacts event={event} />
        <Action href={pageUrl}>Open my ticket</Action>
        <Aside>Something came up? Please cancel on the ticket’s page, so that somebody else can come.</Aside>
      </>
    ),
  };
}

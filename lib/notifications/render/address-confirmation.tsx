/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

/** A seat is held for this address until its owner says that the registration is theirs. */
export function addressConfirmation({ name, event, pageUrl, confirmBy }: RegistrationFacts): MailContent {
  return {
    subject: `Please confirm: ${event.title}`,
    preheader: `A seat is held for you until ${confirmBy}. Confirm it to get your ticket.`,
    reason: `You get this mail because this address was registered for ${event.title} at`,
    body: (
      <>
        <Title>Please confirm your seat</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, this address was registered for <Name>{event.title}</Name>.{" "}
          <strong>A seat is held for you until {confirmBy}.</strong> Confirm it by then, and you get your ticket.
        </Paragraph>
        <EventFacts event={event} />
        <Action href={pageUrl}>Confirm my seat</Action>
        <Aside>Was it not you? Then do nothing: the seat passes on to somebody else.</Aside>
      </>
    ),
  };
}

/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { FormerFacts, MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

/** A new time or place: how it stands now, what it was, and that the seat is kept. */
export function eventChanged(facts: RegistrationFacts & { former: FormerFacts }): MailContent {
  const { name, event, pageUrl, isConfirmed, former } = facts;
  const place = isConfirmed ? "Your seat is kept and your ticket stays the same." : "Your place in the line is kept.";
  return {
    subject: `Changed: ${event.title}`,
    preheader: `Now ${event.day}, ${event.time} ${event.zone}${event.venue && `, ${event.venue}`}.`,
    reason: `You get this mail because you are registered for ${event.title} at`,
    body: (
      <>
        <Title>The details have changed</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, <Name>{event.title}</Name> has a new time or place. This is how it stands now.{" "}
          {place}
        </Paragraph>
        <EventFacts event={event} former={former} />
        <Action href={pageUrl}>{isConfirmed ? "Open my ticket" : "See my place in line"}</Action>
        <Aside>
          {isConfirmed && "The attached file updates your calendar. "}
          It does not suit you any more? You can cancel on the same page.
        </Aside>
      </>
    ),
  };
}

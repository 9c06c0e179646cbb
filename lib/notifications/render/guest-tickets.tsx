/** @jsxRuntime automatic */
import type { RegistrationFacts } from "./mail-content";
import { Name, Paragraph, TextLink } from "./mail-parts";

/** The tickets of those whom the person brings, to be handed on. */
export function GuestTickets({ guests }: Pick<RegistrationFacts, "guests">) {
  if (guests.length === 0) return null;
  return (
    <>
      <Paragraph>Each of your guests has a ticket of their own. Send them theirs:</Paragraph>
      {guests.map(({ name, pageUrl }) => (
        <Paragraph key={pageUrl}>
          <TextLink href={pageUrl}>
            Ticket for <Name>{name}</Name>
          </TextLink>
        </Paragraph>
      ))}
    </>
  );
}

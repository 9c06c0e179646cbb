/** @jsxRuntime automatic */
import type { MailContent } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

type Invitation = { name: string; organisation: string; role: string; url: string; validDays: number };

/**
 * An administrator made an account for them: what it is for, and the link that lets them in once.
 */
export function personInvitation({ name, organisation, role, url, validDays }: Invitation): MailContent {
  return {
    subject: `You’re invited to the events of ${organisation}`,
    preheader: `As ${role}. The link works once, for ${validDays} days.`,
    reason: "You get this mail because an administrator invited you to",
    body: (
      <>
        <Title>You’re invited</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, you have an account for the events of <Name>{organisation}</Name>, as {role}.
        </Paragraph>
        <Action href={url}>Accept the invitation</Action>
        <Aside>
          The link works once, for {validDays} days. Later you sign in with this address: a code comes to this mailbox.
        </Aside>
      </>
    ),
  };
}

/** @jsxRuntime automatic */

import type { MailContent } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

/** What can have happened to an account that its owner must hear of. */
const words = {
  password_set: { title: "A password was set", what: "A password was set for your account." },
  password_changed: { title: "Your password was changed", what: "The password of your account was changed." },
  password_removed: { title: "Your password was removed", what: "The password of your account was removed." },
  passkey_added: { title: "A passkey was added", what: "A passkey was added to your account." },
  passkey_removed: { title: "A passkey was removed", what: "A passkey was removed from your account." },
  too_many_guesses: { title: "Somebody guesses your password", what: "Many wrong passwords or codes were tried." },
};

export type SecurityNotice = keyof typeof words;

/** True for the name of a notice that there is. */
export function isSecurityNotice(name: string | null): name is SecurityNotice {
  return name !== null && Object.hasOwn(words, name);
}

/** Something happened to the account; whoever did not do it learns what to do. */
export function securityNotice(notice: SecurityNotice, { name, at, profileUrl }: Facts): MailContent {
  const { title, what } = words[notice];
  return {
    subject: title,
    preheader: `${at}. If it wasn’t you, end all sessions.`,
    reason: "You get this mail because it concerns the safety of your account at",
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>
          Hello <Name>{name}</Name>. {what} It happened at {at}.
        </Paragraph>
        <Action href={profileUrl}>Open your profile</Action>
        <Aside>
          It was you? Then there is nothing to do. Otherwise sign in with a code, end all other sessions on that page
          and set a new password there.
        </Aside>
      </>
    ),
  };
}

type Facts = { name: string; at: string; profileUrl: string };

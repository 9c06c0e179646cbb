/** @jsxRuntime automatic */
import type { MailContent, RegistrationFacts } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

type Facts = RegistrationFacts & { surveyUrl: string };

/** Asks somebody who was there how it was. */
export function surveyInvitation({ name, event, surveyUrl }: Facts): MailContent {
  return {
    subject: `How was ${event.title}?`,
    preheader: "Two questions, one minute.",
    reason: `You get this mail because you were at ${event.title}, organized with`,
    body: (
      <>
        <Title>How was it?</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, thank you for coming to <Name>{event.title}</Name>. Would you tell{" "}
          <Name>{event.organizerName}</Name> how it was? It takes about a minute.
        </Paragraph>
        <Action href={surveyUrl}>Answer the survey</Action>
        <Aside>One answer a person; the link is yours alone, so please don’t pass it on.</Aside>
      </>
    ),
  };
}

/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { EventFacts as Facts, MailContent } from "./mail-content";
import { Action, Aside, Name, Title } from "./mail-parts";
import { MailProse } from "./mail-prose";

type Announcement = {
  event: Facts;
  subject: string;
  bodyHtml: string;
  /** The person's own page; without one the mail is a test, and leads to the event's. */
  page: { url: string; isConfirmed: boolean } | null;
};

/** The organizer's own words to the people of an event. */
export function announcement({ event, subject, bodyHtml, page }: Announcement): MailContent {
  return {
    subject,
    preheader: `About ${event.title}, ${event.day}`,
    reason: `You get this mail because you are registered for ${event.title} at`,
    body: (
      <>
        <Title>{subject}</Title>
        <MailProse html={bodyHtml} />
        <EventFacts event={event} />
        <Action href={page?.url ?? event.url}>{wordsFor(page)}</Action>
        <Aside>
          <Name>{event.organizerName}</Name> wrote this to the people of <Name>{event.title}</Name>.
        </Aside>
      </>
    ),
  };
}

function wordsFor(page: Announcement["page"]): string {
  if (!page) return "See the event";
  return page.isConfirmed ? "Open my ticket" : "See my place in line";
}

/** @jsxRuntime automatic */
import { EventFacts } from "./event-facts";
import type { EventFacts as Facts, MailContent } from "./mail-content";
import { Action, Aside, Name, Paragraph, Title } from "./mail-parts";

type Invitation = {
  name: string;
  email: string;
  event: Facts;
  role: "organizer" | "viewer" | "door_staff";
  workUrl: string;
};

const words = {
  door_staff: {
    title: "You’re on the door team",
    task: "At the door you scan tickets with your phone’s camera; nothing needs to be installed.",
    action: "Open the door page",
  },
  viewer: {
    title: "You can follow an event",
    task: "You see who is coming, the numbers and what people say afterwards; you change nothing.",
    action: "Open the event",
  },
  organizer: {
    title: "You’re an organizer",
    task: "You can edit the event, see who is coming and manage its team.",
    action: "Open the event",
  },
};

/** Somebody gave them a part in running an event: what it is, and where to begin. */
export function teamInvitation({ name, email, event, role, workUrl }: Invitation): MailContent {
  const { title, task, action } = words[role];
  return {
    subject: `${title}: ${event.title}`,
    preheader: `${event.day}, ${event.time} ${event.zone}. ${task}`,
    reason: `You get this mail because ${event.organizerName} added you to the team of ${event.title} at`,
    body: (
      <>
        <Title>{title}</Title>
        <Paragraph>
          Hello <Name>{name}</Name>, you were added to the team of <Name>{event.title}</Name>. {task}
        </Paragraph>
        <EventFacts event={event} />
        <Action href={workUrl}>{action}</Action>
        <Aside>Sign in with {email}: a code comes to this mailbox, no password is needed.</Aside>
      </>
    ),
  };
}

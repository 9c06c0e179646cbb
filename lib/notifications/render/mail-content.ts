import type { ReactNode } from "react";

/** What one kind of mail says. The layout puts the frame around it. */
export type MailContent = {
  subject: string;
  /** What the inbox shows beside the subject. */
  preheader: string;
  body: ReactNode;
  /** Why this person gets the mail. */
  reason: string;
};

/** An event as mails tell of it, with its times in its own zone. */
export type EventFacts = {
  title: string;
  day: string;
  time: string;
  zone: string;
  venue: string;
  url: string;
  organizerName: string;
  cancelReason: string | null;
};

/** When and where the event was to be, where that has changed. */
export type FormerFacts = { when: string | null; venue: string | null };

/** A registration as mails tell of it. `pageUrl` is the person's own page: the ticket, or the place in the line. */
export type RegistrationFacts = {
  name: string;
  event: EventFacts;
  pageUrl: string;
  isConfirmed: boolean;
  reference: string;
  waitlistPosition: number | null;
  /** Until when somebody promoted must answer, on the event's clock. */
  confirmBy: string | null;
  /** Those whom the person brings, each with a ticket's page of their own. */
  guests: { name: string; pageUrl: string }[];
};

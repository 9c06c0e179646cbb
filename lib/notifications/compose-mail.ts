import { calendarOf } from "@/lib/events/calendar";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import type { MailParts } from "@/lib/platform/raw-mail";
import { qrPng } from "@/lib/tickets/qr-code";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";
import {
  accountContentOf,
  announcementContentOf,
  attendeeContentOf,
  codeContentOf,
  invitationContentOf,
} from "./content-of";
import { type AttendeeSubject, eventUrl } from "./facts";
import { findSubject, type Subject } from "./find-subject";
import type { LeasedMessage } from "./lease-messages";
import { type AttendeeKind, isAccountKind } from "./message-kinds";
import type { MailContent } from "./render/mail-content";
import { qrContentId } from "./render/mail-style";
import { renderMail } from "./render/render-mail";
import { skipReasonOf } from "./rules";
import { unsubscribingOf } from "./topics";

type Draft = Omit<MailParts, "id" | "kind" | "subject" | "html" | "text" | "unsubscribeUrl"> & { content: MailContent };
type Leased = Pick<LeasedMessage, "id" | "kind">;

const carriesTicket = new Set<AttendeeKind>([
  "registration_confirmed",
  "registration_promoted",
  "ticket_resent",
  "ticket_received",
  "event_reminder",
]);
const carriesInvite = new Set<AttendeeKind>([
  "registration_confirmed",
  "registration_promoted",
  "ticket_resent",
  "ticket_received",
  "event_changed",
]);
const carriesRemoval = new Set<AttendeeKind>([
  "registration_cancelled",
  "ticket_passed_on",
  "seat_released",
  "event_cancelled",
]);
const seatless = new Set<string>(["waitlisted", "pending"]);

/** The mail that a message stands for, from what is true now; or why it is not to be sent any more. */
export async function composeMail(message: Leased): Promise<{ mail: MailParts } | { skip: string }> {
  const subject = await findSubject(message.id);
  if (!subject) return { skip: "the message is gone" };
  const skip = skipReasonOf(message.kind, subject, now());
  if (skip) return { skip };
  const draft = await draftOf(message.kind, subject);
  if (!draft) return { skip: "what it is about is gone" };
  const { content, ...parts } = draft;
  const unsubscribing = subject.person && unsubscribingOf(message.kind, subject.person.userId);
  const rendered = await renderMail(content, {
    siteName: subject.organisationName || "Turnout",
    siteUrl: config().APP_URL,
    unsubscribing,
  });
  const unsubscribeUrl = unsubscribing?.postUrl ?? null;
  return { mail: { id: message.id, kind: message.kind, unsubscribeUrl, ...parts, ...rendered } };
}

async function draftOf(kind: Leased["kind"], subject: Subject): Promise<Draft | null> {
  const { event, registration, person, signInCode } = subject;
  const plain = { fromName: null, replyTo: null, threadId: null, pictures: [], calendar: null };
  if (kind === "sign_in_code") {
    return (
      signInCode && { ...plain, to: { name: "", address: signInCode.email }, content: codeContentOf(signInCode.id) }
    );
  }
  if (!person) return null;
  const to = { name: registration?.name ?? person.name, address: person.email };
  if (isAccountKind(kind)) {
    const content = accountContentOf(kind, subject);
    return content && { ...plain, to, content };
  }
  const { organizerName, organizerEmail } = subject;
  const fromName = organizerName && `${organizerName} via Turnout`;
  const replyTo = organizerEmail ? { name: organizerName ?? "", address: organizerEmail } : null;
  if (kind === "team_invitation") {
    const content = invitationContentOf(subject);
    return content && { ...plain, to, fromName, replyTo, content };
  }
  if (kind === "announcement") {
    const content = announcementContentOf(subject);
    return content && { ...plain, to, fromName, replyTo, content };
  }
  if (!event || !registration) return null;
  const attendee = { ...subject, event, registration };
  return {
    ...{ to, fromName, replyTo },
    threadId: `registration-${registration.id}`,
    content: await attendeeContentOf(kind, attendee),
    pictures: await picturesOf(kind, attendee),
    calendar: calendarFor(kind, attendee, to.address),
  };
}

async function picturesOf(
  kind: AttendeeKind,
  { event, registration }: AttendeeSubject,
): Promise<MailParts["pictures"]> {
  if (!carriesTicket.has(kind) || seatless.has(registration.status)) return [];
  const code = ticketCodeOf({ eventId: event.id, ticketId: registration.ticketId });
  return [{ contentId: qrContentId, filename: "ticket.png", png: await qrPng(code) }];
}

function calendarFor(kind: AttendeeKind, subject: AttendeeSubject, email: string): MailParts["calendar"] {
  const { event, registration } = subject;
  const isInvite = carriesInvite.has(kind) && !seatless.has(registration.status);
  if (!isInvite && !carriesRemoval.has(kind)) return null;
  const method = isInvite ? "REQUEST" : "CANCEL";
  const attendee = { name: registration.name, email };
  const organizer = { name: subject.organizerName ?? "" };
  return { method, content: calendarOf({ ...event, organizer }, { url: eventUrl(event), method, attendee }) };
}

import { accessLinkTokenOf } from "@/lib/access/access-link";
import { signInCodeOf, signInCodeSeconds } from "@/lib/access/sign-in-codes";
import { renderMarkdown } from "@/lib/events/markdown";
import { formatInstant } from "@/lib/events/when";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { type AttendeeSubject, attendeeUrl, eventFactsOf, formerFactsOf, registrationFactsOf } from "./facts";
import type { Subject } from "./find-subject";
import type { AccountKind, AttendeeKind } from "./message-kinds";
import { addressConfirmation } from "./render/address-confirmation";
import { announcement } from "./render/announcement";
import { eventCancelled } from "./render/event-cancelled";
import { eventChanged } from "./render/event-changed";
import { eventReminder } from "./render/event-reminder";
import type { MailContent } from "./render/mail-content";
import { personInvitation } from "./render/person-invitation";
import { registrationCancelled } from "./render/registration-cancelled";
import { registrationConfirmed } from "./render/registration-confirmed";
import { registrationDeclined } from "./render/registration-declined";
import { registrationPending } from "./render/registration-pending";
import { registrationPromoted } from "./render/registration-promoted";
import { registrationWaitlisted } from "./render/registration-waitlisted";
import { seatReleased } from "./render/seat-released";
import { isSecurityNotice, securityNotice } from "./render/security-notice";
import { signInCode } from "./render/sign-in-code";
import { surveyInvitation } from "./render/survey-invitation";
import { teamInvitation } from "./render/team-invitation";
import { testMail } from "./render/test-mail";
import { ticketPassedOn } from "./render/ticket-passed-on";
import { ticketReceived } from "./render/ticket-received";
import { ticketResent } from "./render/ticket-resent";
import { nearnessOf } from "./rules";

/** What the mail of an announcement is made from. */
type AnnouncementSubject = Pick<Subject, "event" | "registration" | "organizerName"> & {
  announcement: { subject: string; body: string } | null;
};

/** What a mail about somebody's registration says. */
export async function attendeeContentOf(kind: AttendeeKind, subject: AttendeeSubject): Promise<MailContent> {
  const facts = await registrationFactsOf(subject);
  const { event, registration } = subject;
  switch (kind) {
    case "registration_confirmed":
      return registrationConfirmed(facts);
    case "address_confirmation":
      return addressConfirmation(facts);
    case "registration_waitlisted":
      return registrationWaitlisted(facts);
    case "registration_promoted":
      return registrationPromoted(facts);
    case "registration_cancelled": {
      const byOrganizer = registration.cancelledBy !== null && registration.cancelledBy !== registration.userId;
      return registrationCancelled({ ...facts, byOrganizer });
    }
    case "registration_pending":
      return registrationPending(facts);
    case "registration_declined":
      return registrationDeclined(facts);
    case "ticket_received":
      return ticketReceived(facts);
    case "ticket_passed_on":
      return ticketPassedOn(facts);
    case "seat_released":
      return seatReleased(facts);
    case "ticket_resent":
      if (registration.status === "pending") return registrationPending(facts);
      return facts.isConfirmed ? ticketResent(facts) : registrationWaitlisted(facts);
    case "event_changed":
      return eventChanged({
        ...facts,
        former: subject.formerPlan ? formerFactsOf(subject.formerPlan, event) : { when: null, venue: null },
      });
    case "event_cancelled":
      return eventCancelled(facts);
    case "event_reminder":
      return eventReminder({ ...facts, nearness: nearnessOf(event, facts.event.day, now()) });
    case "survey_invitation":
      return surveyInvitation({ ...facts, surveyUrl: attendeeUrl("surveys", subject) });
  }
}

/** What the mail with a sign-in code says. */
export function codeContentOf(challengeId: string): MailContent {
  return signInCode({ code: signInCodeOf(challengeId), validMinutes: signInCodeSeconds / 60 });
}

/** What an announcement says to this person, or to its author as a test; null when the event or the announcement is gone. */
export function announcementContentOf(subject: AnnouncementSubject): MailContent | null {
  const { event, registration, announcement: written, organizerName } = subject;
  if (!event || !written) return null;
  const page = registration && {
    url: attendeeUrl("tickets", { event, registration }),
    isConfirmed: registration.status === "confirmed",
  };
  return announcement({
    event: eventFactsOf(event, organizerName),
    subject: written.subject,
    bodyHtml: renderMarkdown(written.body),
    page,
  });
}

/** What an invitation into an event's team says, or null when there is no such event, person or part in it. */
export function invitationContentOf({ event, person, memberRole, organizerName }: Subject): MailContent | null {
  if (!event || !person || !memberRole) return null;
  const path = memberRole === "door_staff" ? "door" : "manage";
  return teamInvitation({
    ...person,
    event: eventFactsOf(event, organizerName),
    role: memberRole,
    workUrl: `${config().APP_URL}/${path}/${event.id}`,
  });
}

const roleWords = { attendee: "an attendee", organizer: "an organizer", admin: "an administrator" };

/** What a mail about somebody's account says, or null when what it is about is gone. */
export function accountContentOf(kind: AccountKind, subject: Subject): MailContent | null {
  const { person, organisationName, accessLink, notice, createdAt } = subject;
  const organisation = organisationName || "Turnout";
  if (!person) return null;
  switch (kind) {
    case "person_invitation": {
      if (!accessLink?.expiresAt) return null;
      const url = `${config().APP_URL}/invitations/${accessLinkTokenOf("invitation", accessLink.id)}`;
      const validDays = Math.round((accessLink.expiresAt.getTime() - accessLink.createdAt.getTime()) / 86_400_000);
      return personInvitation({ name: person.name, organisation, role: roleWords[person.role], url, validDays });
    }
    case "security_notice": {
      if (!isSecurityNotice(notice)) return null;
      const at = formatInstant(createdAt, person.timezone ?? subject.organisationTimezone ?? "UTC");
      return securityNotice(notice, { name: person.name, at, profileUrl: `${config().APP_URL}/profile` });
    }
    case "test_mail":
      return testMail(organisation);
  }
}

import type { FormerPlan } from "@/db/schema/outbox";
import type { MessageKind } from "@/lib/platform/outbox";
import { surveyStateOf, surveyWindowOf } from "@/lib/surveys/rules";
import type { Subject } from "./find-subject";
import { type AccountKind, isAccountKind } from "./message-kinds";
import { topicOf } from "./topics";

/**
 * Why a message has lost its sense since it was written, or null. What tells of a change is sent even when the next change has
 * followed, so that nobody hears of a cancellation of what they were never told.
 */
export function skipReasonOf(kind: MessageKind, subject: Subject, at: Date): string | null {
  if (subject.person?.erasedAt) return "the person was erased";
  if (kind === "sign_in_code") return codeSkipReason(subject, at);
  if (isAccountKind(kind)) return accountSkipReason(kind, subject, at);
  const { event, registration } = subject;
  if (!event || !subject.person) return "what it is about is gone";
  if (subject.addressFault === "bounced") return "mail to this address came back";
  if (subject.addressFault === "complained" && topicOf(kind)) return "the person complained about mail from here";
  if (kind === "team_invitation") {
    if (!subject.memberRole) return "the person has left the team";
    return event.status === "cancelled" ? "the event is cancelled" : null;
  }
  if (kind === "announcement" && subject.announcement?.audience === "author") return null;
  const topic = topicOf(kind);
  if (topic && subject.declinedTopics.includes(topic)) return "the person does not want such mails";
  if (!registration) return "the registration is gone";
  const isOff = event.status === "cancelled";
  const hasLeft = registration.status === "cancelled";
  switch (kind) {
    case "registration_confirmed":
    case "registration_waitlisted":
    case "registration_promoted":
    case "registration_cancelled":
    case "registration_declined":
    case "ticket_received":
    case "ticket_passed_on":
    case "seat_released":
      return null;
    case "address_confirmation":
      if (hasLeft) return "the registration is cancelled";
      return registration.isClaimed && registration.confirmBy ? null : "the address is confirmed";
    case "registration_pending":
      return registration.status === "pending" ? null : "the request is decided";
    case "announcement":
      if (!subject.announcement) return "the announcement is gone";
      return hasLeft ? "the registration is cancelled" : null;
    case "event_cancelled":
      return hasLeft ? "the registration is cancelled" : null;
    case "event_changed":
      if (subject.formerPlan && isPlanOf(event, subject.formerPlan)) return "the event is as it was";
      return oldNewsReason(hasLeft, event, at);
    case "ticket_resent":
      return oldNewsReason(hasLeft, event, at);
    case "event_reminder":
      if (registration.status !== "confirmed") return "the person has no seat";
      if (event.status !== "published") return "the event does not take place";
      return event.startsAt <= at ? "the event has begun" : null;
    case "survey_invitation":
      if (isOff || !registration.checkedInAt) return "the person was not there";
      if (subject.responseId) return "the survey is answered";
      return surveyStateOf(surveyWindowOf(event, subject.surveyChoice), at) === "open" ? null : "the survey is closed";
  }
}

function oldNewsReason(hasLeft: boolean, event: NonNullable<Subject["event"]>, at: Date): string | null {
  if (hasLeft) return "the registration is cancelled";
  if (event.status === "cancelled") return "the event is cancelled";
  return event.endsAt <= at ? "the event is over" : null;
}

function isPlanOf(event: NonNullable<Subject["event"]>, plan: FormerPlan): boolean {
  const { timezone, venue } = plan;
  return (
    new Date(plan.startsAt).getTime() === event.startsAt.getTime() &&
    new Date(plan.endsAt).getTime() === event.endsAt.getTime() &&
    timezone === event.timezone &&
    venue === event.venue
  );
}

function codeSkipReason({ signInCode }: Subject, at: Date): string | null {
  if (!signInCode) return "the code is gone";
  if (signInCode.usedAt) return "the code is used";
  return signInCode.expiresAt <= at ? "the code has expired" : null;
}

function accountSkipReason(kind: AccountKind, { person, addressFault, accessLink }: Subject, at: Date): string | null {
  if (!person) return "what it is about is gone";
  if (addressFault === "bounced") return "mail to this address came back";
  if (kind !== "person_invitation") return null;
  if (!accessLink) return "the invitation is gone";
  if (accessLink.usedAt) return "the invitation is accepted";
  return accessLink.expiresAt && accessLink.expiresAt <= at ? "the invitation has expired" : null;
}

/** How near an event is, in its own zone: "today", "tomorrow" or "on " and its day. */
export function nearnessOf(event: { startsAt: Date; timezone: string }, day: string, at: Date): string {
  const dateAt = (instant: Date) => instant.toLocaleDateString("en-CA", { timeZone: event.timezone });
  const startDate = dateAt(event.startsAt);
  if (startDate === dateAt(at)) return "today";
  const tomorrow = new Date(`${dateAt(at)}T00:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  return startDate === tomorrow.toISOString().slice(0, 10) ? "tomorrow" : `on ${day}`;
}

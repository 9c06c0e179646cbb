import type { Tone } from "../_components/badge";

type Words = { label: string; tone: Tone };

/** Each kind of message in a word or two, by the name under which it is stored. */
const wordsByKind: Record<string, Words> = {
  registration_confirmed: { label: "Ticket", tone: "success" },
  address_confirmation: { label: "Address to confirm", tone: "warning" },
  registration_waitlisted: { label: "Waitlist", tone: "warning" },
  registration_promoted: { label: "Moved up", tone: "success" },
  registration_cancelled: { label: "Cancellation", tone: "neutral" },
  registration_pending: { label: "Request received", tone: "warning" },
  registration_declined: { label: "Request declined", tone: "neutral" },
  ticket_received: { label: "Ticket passed on", tone: "success" },
  ticket_passed_on: { label: "Gave the ticket away", tone: "neutral" },
  seat_released: { label: "Seat released", tone: "neutral" },
  ticket_resent: { label: "Ticket again", tone: "success" },
  event_changed: { label: "Event changed", tone: "info" },
  event_cancelled: { label: "Event cancelled", tone: "destructive" },
  event_reminder: { label: "Reminder", tone: "info" },
  survey_invitation: { label: "Survey", tone: "primary" },
  sign_in_code: { label: "Sign-in code", tone: "neutral" },
  team_invitation: { label: "Team", tone: "primary" },
  person_invitation: { label: "Invitation", tone: "primary" },
  security_notice: { label: "Account", tone: "warning" },
  test_mail: { label: "Test", tone: "neutral" },
  announcement: { label: "Announcement", tone: "primary" },
};

/** What a kind of message is called on our pages. */
export function wordsForKind(kind: string | null): Words {
  return wordsByKind[kind ?? ""] ?? { label: "Mail", tone: "neutral" };
}

import { Badge, type Tone } from "@/app/_components/badge";

const looks: Record<string, { label: string; tone: Tone }> = {
  registration_confirmed: { label: "Ticket", tone: "success" },
  registration_waitlisted: { label: "Waitlist", tone: "warning" },
  registration_promoted: { label: "Moved up", tone: "success" },
  registration_cancelled: { label: "Cancellation", tone: "neutral" },
  registration_pending: { label: "Request", tone: "warning" },
  registration_declined: { label: "Declined", tone: "destructive" },
  seat_released: { label: "Seat released", tone: "warning" },
  ticket_passed_on: { label: "Passed on", tone: "neutral" },
  ticket_received: { label: "Ticket", tone: "success" },
  ticket_resent: { label: "Ticket again", tone: "success" },
  event_changed: { label: "Event changed", tone: "info" },
  event_cancelled: { label: "Event cancelled", tone: "destructive" },
  event_reminder: { label: "Reminder", tone: "info" },
  survey_invitation: { label: "Survey", tone: "primary" },
  sign_in_code: { label: "Sign-in code", tone: "neutral" },
  team_invitation: { label: "Team", tone: "primary" },
};

/** What kind of mail it is, in a word. */
export function KindBadge({ kind }: { kind: string | null }) {
  const { label, tone } = looks[kind ?? ""] ?? { label: "Mail", tone: "neutral" };
  return <Badge tone={tone}>{label}</Badge>;
}

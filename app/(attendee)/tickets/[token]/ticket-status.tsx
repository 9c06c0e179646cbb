import { StatusBadge } from "@/app/_components/status-badge";
import { formatInstant } from "@/lib/events/when";
import type { RegistrationDetail } from "@/lib/registrations/queries";

/** The state of a registration in one badge. */
export function TicketStatus({ registration }: { registration: RegistrationDetail }) {
  const { status, checkedInAt, checkedInGate, event } = registration;
  if (event.status === "cancelled") return <StatusBadge tone="destructive">Event cancelled</StatusBadge>;
  if (status === "cancelled") return <StatusBadge tone="neutral">Registration cancelled</StatusBadge>;
  if (status === "waitlisted") return <StatusBadge tone="warning">On the waitlist</StatusBadge>;
  if (status === "pending") return <StatusBadge tone="warning">Waiting for approval</StatusBadge>;
  if (!checkedInAt) return <StatusBadge tone="success">Registered</StatusBadge>;
  const gate = checkedInGate ? `, ${checkedInGate}` : "";
  return <StatusBadge tone="info">{`Checked in ${formatInstant(checkedInAt, event.timezone)}${gate}`}</StatusBadge>;
}

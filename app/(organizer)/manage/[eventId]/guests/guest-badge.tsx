import { UserCheck } from "@/app/_components/icons";
import { StatusBadge } from "@/app/_components/status-badge";
import type { GuestListItem } from "@/lib/registrations/queries";

/** Where a guest stands: the furthest they have come. */
export function GuestBadge({ guest }: { guest: GuestListItem }) {
  if (guest.status === "cancelled") return <StatusBadge tone="neutral">Cancelled</StatusBadge>;
  if (guest.status === "waitlisted")
    return <StatusBadge tone="warning">{`Waitlist, no. ${guest.waitlistPosition ?? "–"}`}</StatusBadge>;
  if (guest.status === "pending") return <StatusBadge tone="warning">Asks to come</StatusBadge>;
  if (guest.checkedInAt)
    return (
      <StatusBadge tone="success" icon={<UserCheck aria-hidden strokeWidth={2} />}>
        Checked in
      </StatusBadge>
    );
  if (guest.confirmBy) return <StatusBadge tone="warning">Has to answer</StatusBadge>;
  return <StatusBadge tone="primary">Registered</StatusBadge>;
}

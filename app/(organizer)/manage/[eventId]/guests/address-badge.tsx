import { MailX } from "@/app/_components/icons";
import { StatusBadge } from "@/app/_components/status-badge";
import type { GuestListItem } from "@/lib/registrations/queries";

/** Marks a guest whom mail does not reach, or who complained about it; nothing for everybody else. */
export function AddressBadge({ guest: { addressFault } }: { guest: GuestListItem }) {
  if (!addressFault) return null;
  return (
    <StatusBadge tone="warning" icon={<MailX aria-hidden strokeWidth={2} />}>
      {addressFault.fault === "bounced" ? "Mail comes back" : "Complained about mail"}
    </StatusBadge>
  );
}

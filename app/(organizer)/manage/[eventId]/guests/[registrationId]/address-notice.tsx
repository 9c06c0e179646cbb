import { Notice } from "@/app/_components/notice";
import { formatInstant } from "@/lib/events/when";
import type { GuestListItem } from "@/lib/registrations/queries";

type Props = { addressFault: GuestListItem["addressFault"]; timezone: string };

/** Says that mail does not reach this guest, and why; nothing when all is well. */
export function AddressNotice({ addressFault, timezone }: Props) {
  if (!addressFault) return null;
  const { fault, detail, at } = addressFault;
  const day = <time dateTime={at.toISOString()}>{formatInstant(at, timezone)}</time>;
  return (
    <Notice tone="warning" className="mb-6">
      <p className="wrap-anywhere">
        {fault === "bounced" ? (
          <>
            Mail to this address came back on {day}
            {detail ? `: ${detail}` : "."}
          </>
        ) : (
          <>This person complained about mail from here on {day}. They get only what is about their own ticket.</>
        )}
      </p>
    </Notice>
  );
}

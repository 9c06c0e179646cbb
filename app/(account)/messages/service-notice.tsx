import { Notice } from "@/app/_components/notice";
import type { MailServiceState } from "@/lib/notifications/outbox-state";

const house = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** Whether mail can leave, and how fast; a resting service with its reason. */
export function ServiceNotice({ service: { ratePerSecond, restsUntil, restReason } }: { service: MailServiceState }) {
  const rate =
    ratePerSecond === null
      ? "No worker has asked the service for its rate yet."
      : `It takes ${house.format(ratePerSecond)} mails a second.`;
  if (!restsUntil) {
    return (
      <Notice tone={ratePerSecond === null ? "info" : "success"} title="The mail service is in use">
        <p>{rate}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="The mail service gets a rest">
      <p>
        Nothing leaves until <time dateTime={restsUntil.toISOString()}>{restsUntil.toUTCString()}</time>; then it is
        tried again by itself, and nothing is lost. {rate}
      </p>
      {restReason && <p className="wrap-anywhere text-secondary">Reason: {restReason}</p>}
    </Notice>
  );
}

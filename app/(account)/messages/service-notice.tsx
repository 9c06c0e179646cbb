import { Notice } from "@/app/_components/notice";
import { mailWords } from "@/app/_server/mail-words";
import type { MailServiceState } from "@/lib/notifications/outbox-state";
import { config } from "@/lib/platform/config";

const house = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** How mail leaves, whether it can now, and how fast; a pause with its reason. */
export function ServiceNotice({ service: { ratePerSecond, restsUntil, restReason } }: { service: MailServiceState }) {
  const { isLeaving, words } = mailWords();
  // In service, the notice of every page says so already.
  if (!isLeaving) return config().TURNOUT_DEMO && <Notice title={words} />;
  if (restsUntil) {
    return (
      <Notice tone="warning" title="No mail leaves for now">
        {restReason && <p className="wrap-anywhere">{restReason}</p>}
        <p>
          Nothing is lost: it is tried again by itself, at{" "}
          <time dateTime={restsUntil.toISOString()}>{restsUntil.toUTCString()}</time>.
        </p>
        <p className="text-secondary">How mails leave: {words}</p>
      </Notice>
    );
  }
  const rate =
    ratePerSecond === null
      ? "No worker has asked yet how many a second may leave."
      : `As many as ${house.format(ratePerSecond)} a second may leave, of all workers together.`;
  return (
    <Notice tone={ratePerSecond === null ? "info" : "success"} title="Mail leaves">
      <p>
        {words} {rate}
      </p>
    </Notice>
  );
}

import { now } from "@/lib/platform/clock";

const units = [
  ["day", 24 * 3600],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** How long ago, in words; the instant itself on hovering. */
export function SentAgo({ at }: { at: Date }) {
  const seconds = Math.max(0, Math.round((now().getTime() - at.getTime()) / 1000));
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ["second", 1];
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-Math.floor(seconds / size), unit);
  return (
    <time dateTime={at.toISOString()} title={at.toUTCString()} className="whitespace-nowrap">
      {seconds < 10 ? "just now" : words}
    </time>
  );
}

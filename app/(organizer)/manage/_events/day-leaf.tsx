import { now } from "@/lib/platform/clock";

/** The day as a leaf of a calendar, for the eye; whoever listens hears it as one date. */
export function DayLeaf({ instant, timezone }: { instant: Date; timezone: string }) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { ...options, timeZone: timezone }).format(instant);
  const year = part({ year: "numeric" });
  const isThisYear = year === String(now().getUTCFullYear());
  return (
    <time
      dateTime={instant.toISOString()}
      className="flex w-14 flex-col items-center self-start rounded-md border border-border bg-card py-1.5 text-center"
    >
      <span className="text-xs font-medium text-primary">{part({ month: "short" })}</span>
      <span className="font-display text-xl leading-6 font-semibold text-foreground">{part({ day: "numeric" })}</span>
      <span className="text-xs text-muted-foreground">{isThisYear ? part({ weekday: "short" }) : year}</span>
    </time>
  );
}

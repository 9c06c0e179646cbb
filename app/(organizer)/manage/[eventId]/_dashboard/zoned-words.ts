const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** The calendar day of an instant in a zone, as `2026-06-03`. */
export function dateIn(timeZone: string, instant: Date): string {
  const parts = format("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A time of day in a zone, as `18:05`. */
export function timeIn(timeZone: string, instant: Date): string {
  return format("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(instant);
}

/** A calendar day in words: "Tue 3 Jun", or short "3 Jun". */
export function dayWords(date: string, isShort = false): string {
  const weekday = isShort ? undefined : "short";
  return format("en-GB", { timeZone: "UTC", weekday, day: "numeric", month: "short" })
    .format(new Date(`${date}T00:00:00Z`))
    .replace(",", "");
}

/** How far an instant lies ahead: "in 3 days", "tomorrow", "in 2 hours". */
export function aheadWords(instant: Date, at: Date): string {
  const minutes = Math.max(1, Math.round((instant.getTime() - at.getTime()) / 60_000));
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (minutes < 60) return words.format(minutes, "minute");
  if (minutes < 24 * 60) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes / 60 / 24), "day");
}

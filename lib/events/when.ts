import { now } from "@/lib/platform/clock";

type Span = { startsAt: Date; endsAt: Date; timezone: string };
type Options = { locale?: string; viewerTimezone?: string };

/** `full` is "Tue 3 Jun, 18:00–20:00 CEST"; `viewer` the same span where the reader is, or null if that is no other. */
export type When = { day: string; time: string; zone: string; full: string; viewer: string | null };

const house = "en-GB";
// Each English knows the zone names of its own part of the world.
const englishes = [house, "en-US", "en-AU", "en-IN", "en-CA", "en-ZA"];
const day = { weekday: "short", day: "numeric", month: "short" } as const;
const options = {
  day,
  dayAndYear: { ...day, year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  year: { year: "numeric" },
  zone: { timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
const formats = new Map<string, Intl.DateTimeFormat>();
const zoneNames = new Map<string, string>();
const mostZoneNames = 2_000;

/** When an event takes place, in its own zone, with the year only where it is not this one. */
export function formatWhen(span: Span, { locale = house, viewerTimezone }: Options = {}): When {
  const { day, time } = spanIn(span, locale, span.timezone);
  const zone = zoneNameOf(span.startsAt, locale, span.timezone);
  return { day, time, zone, full: `${day}, ${time} ${zone}`, viewer: viewerSpan(span, locale, viewerTimezone) };
}

/** One instant as "Tue 3 Jun, 18:00" in a zone. */
export function formatInstant(instant: Date, timezone: string, locale = house): string {
  return `${dayOf(instant, locale, timezone)}, ${timeOf(instant, locale, timezone)}`;
}

function viewerSpan(span: Span, locale: string, viewerTimezone: string | undefined): string | null {
  if (!viewerTimezone) return null;
  const there = spanIn(span, locale, span.timezone);
  const here = spanIn(span, locale, viewerTimezone);
  if (here.day === there.day && here.time === there.time) return null;
  return here.day === there.day ? here.time : `${here.day}, ${here.time}`;
}

function spanIn({ startsAt, endsAt }: Span, locale: string, timezone: string): { day: string; time: string } {
  const day = dayOf(startsAt, locale, timezone);
  const lastDay = dayOf(endsAt, locale, timezone);
  const start = timeOf(startsAt, locale, timezone);
  const end = timeOf(endsAt, locale, timezone);
  return { day, time: lastDay === day ? `${start}–${end}` : `${start} – ${lastDay}, ${end}` };
}

function dayOf(instant: Date, locale: string, timeZone: string): string {
  const isThisYear = yearOf(instant, timeZone) === yearOf(now(), timeZone);
  return format(isThisYear ? "day" : "dayAndYear", locale, timeZone)
    .format(instant)
    .replace(/^(\p{L}+),/u, "$1");
}

function timeOf(instant: Date, locale: string, timeZone: string): string {
  return format("time", locale, timeZone).format(instant);
}

function yearOf(instant: Date, timeZone: string): string {
  return format("year", "en", timeZone).format(instant);
}

/**
 * Asking for a zone's name takes longer than all else here, and a list asks for the same ones each
 * time it is drawn.
 */
function zoneNameOf(instant: Date, locale: string, timeZone: string): string {
  const key = `${locale} ${timeZone} ${instant.getTime()}`;
  let name = zoneNames.get(key);
  if (name === undefined) {
    name = findZoneName(instant, locale, timeZone);
    if (zoneNames.size >= mostZoneNames) zoneNames.clear();
    zoneNames.set(key, name);
  }
  return name;
}

function findZoneName(instant: Date, locale: string, timeZone: string): string {
  const candidates = locale.startsWith("en") ? englishes : [locale];
  const names = candidates.map((candidate) => zonePartOf(instant, candidate, timeZone));
  return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0] ?? timeZone;
}

function zonePartOf(instant: Date, locale: string, timeZone: string): string {
  const parts = format("zone", locale, timeZone).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

function format(kind: keyof typeof options, locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${kind} ${locale} ${timeZone}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options[kind], timeZone });
    formats.set(key, made);
  }
  return made;
}

import { Temporal } from "temporal-polyfill";

/** What a local time means in a zone: an instant, nothing (the clocks skip it), or it is no time at all. */
export type LocalTime =
  | { kind: "instant"; instant: Date }
  | { kind: "skipped"; from: string; to: string }
  | { kind: "malformed" };

/** Reads a local `YYYY-MM-DDTHH:mm` in a known zone. Of an hour that comes twice it takes the first; one that the clocks skip is named. */
export function readLocalTime(local: string, timezone: string): LocalTime {
  const wanted = parseLocal(local);
  if (!wanted) return { kind: "malformed" };
  const found = wanted.toZonedDateTime(timezone, { disambiguation: "earlier" });
  if (found.toPlainDateTime().equals(wanted)) return { kind: "instant", instant: new Date(found.epochMilliseconds) };
  return { kind: "skipped", ...skippedAround(found) };
}

/** An instant as a zone's wall clock shows it, `YYYY-MM-DDTHH:mm`: what a form's date and time control takes. */
export function localOfInstant(instant: Date, timezone: string): string {
  return zoned(instant, timezone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** An instant as ISO 8601 with the zone's offset at that time: `2026-06-03T18:00:00+02:00`. */
export function isoOfInstant(instant: Date, timezone: string): string {
  return zoned(instant, timezone).toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** An instant moved as far as `from` is from `to` on the zone's wall clock: 18:00 the day before stays 18:00 the day before. */
export function shiftInstant(instant: Date, { from, to, timezone }: { from: Date; to: Date; timezone: string }): Date {
  const distance = zoned(from, timezone).until(zoned(instant, timezone), { largestUnit: "day" });
  return new Date(zoned(to, timezone).add(distance).epochMilliseconds);
}

function parseLocal(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: "reject" });
  } catch {
    return null;
  }
}

// `found` lies shortly before the clocks go forward.
function skippedAround(found: Temporal.ZonedDateTime): { from: string; to: string } {
  const to = found.getTimeZoneTransition("next") ?? found;
  const from = to.toInstant().toZonedDateTimeISO(found.offset);
  return { from: clockOf(from), to: clockOf(to) };
}

function clockOf(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: "minute" });
}

function zoned(instant: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
}

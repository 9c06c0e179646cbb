import { Temporal } from "temporal-polyfill";

/** The instant of a local `YYYY-MM-DDTHH:mm` in a zone; null where the clocks skip that time. Of two it takes the first. */
export function instantOfLocal(local: string, timezone: string): Date | null {
  const wanted = Temporal.PlainDateTime.from(local);
  const found = wanted.toZonedDateTime(timezone, { disambiguation: "earlier" });
  return found.toPlainDateTime().equals(wanted) ? new Date(found.epochMilliseconds) : null;
}

/** An instant as a zone's wall clock shows it, `YYYY-MM-DDTHH:mm`: what a form's date and time control takes. */
export function localOfInstant(instant: Date, timezone: string): string {
  return zoned(instant, timezone).toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** An instant moved as far as `from` is from `to` on the zone's wall clock: 18:00 the day before stays 18:00 the day before. */
export function shiftInstant(instant: Date, { from, to, timezone }: { from: Date; to: Date; timezone: string }): Date {
  const distance = zoned(from, timezone).until(zoned(instant, timezone), { largestUnit: "day" });
  return new Date(zoned(to, timezone).add(distance).epochMilliseconds);
}

function zoned(instant: Date, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
}

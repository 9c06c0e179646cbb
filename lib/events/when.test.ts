import { afterEach, beforeEach, expect, test } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { formatInstant, formatWhen } from "./when";

beforeEach(() => setClock(new Date("2026-03-01T00:00:00Z")));
afterEach(() => setClock(null));

const span = {
  startsAt: new Date("2026-06-03T16:00:00Z"),
  endsAt: new Date("2026-06-03T18:00:00Z"),
  timezone: "Europe/Berlin",
};

test("says day, time and zone as the event's place has them", () => {
  expect(formatWhen(span)).toEqual({
    day: "Wed 3 Jun",
    time: "18:00–20:00",
    zone: "CEST",
    full: "Wed 3 Jun, 18:00–20:00 CEST",
    viewer: null,
  });
});

test("names the reader's time only where it differs", () => {
  expect(formatWhen(span, { viewerTimezone: "Europe/Paris" }).viewer).toBeNull();
  expect(formatWhen(span, { viewerTimezone: "America/New_York" }).viewer).toBe("12:00–14:00");
  expect(formatWhen(span, { viewerTimezone: "Asia/Tokyo" }).viewer).toBe("Thu 4 Jun, 01:00–03:00");
});

test("spans days and years", () => {
  const long = { ...span, startsAt: new Date("2025-12-31T22:00:00Z"), endsAt: new Date("2026-01-01T02:00:00Z") };
  expect(formatWhen(long).full).toBe("Wed 31 Dec 2025, 23:00 – Thu 1 Jan, 03:00 CET");
});

test.each([
  ["America/New_York", "EDT"],
  ["Australia/Sydney", "AEST"],
  ["Asia/Kolkata", "IST"],
  ["Asia/Kathmandu", "GMT+5:45"],
  ["UTC", "UTC"],
])("calls %s %s", (timezone, zone) => {
  expect(formatWhen({ ...span, timezone }).zone).toBe(zone);
});

test("writes one instant", () => {
  expect(formatInstant(span.startsAt, "Europe/Berlin")).toBe("Wed 3 Jun, 18:00");
});

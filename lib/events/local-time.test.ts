import { expect, test } from "vitest";
import { localOfInstant, readLocalTime, shiftInstant } from "./local-time";

test("reads a local time in the event's zone", () => {
  const instant = new Date("2026-06-03T16:00:00Z");
  expect(readLocalTime("2026-06-03T18:00", "Europe/Berlin")).toEqual({ kind: "instant", instant });
  expect(localOfInstant(instant, "Europe/Berlin")).toBe("2026-06-03T18:00");
});

test.each([
  ["2026-03-29T02:30", "Europe/Berlin", "02:00", "03:00"],
  ["2026-03-08T02:00", "America/New_York", "02:00", "03:00"],
  ["2026-10-04T02:15", "Australia/Lord_Howe", "02:00", "02:30"],
])("names the gap that %s falls into in %s", (local, timezone, from, to) => {
  expect(readLocalTime(local, timezone)).toEqual({ kind: "skipped", from, to });
});

test("takes the first of an hour that comes twice", () => {
  const instant = new Date("2026-10-25T00:30:00Z");
  expect(readLocalTime("2026-10-25T02:30", "Europe/Berlin")).toEqual({ kind: "instant", instant });
});

test.each(["", "tomorrow", "2026-02-30T10:00", "2026-06-03T25:00", "2026-06-03 18:00", "2026-06-03T18:00Z"])(
  "knows that %j is no local time",
  (local) => {
    expect(readLocalTime(local, "UTC")).toEqual({ kind: "malformed" });
  },
);

test("shifts on the wall clock, also across a change of the clocks", () => {
  const closesAt = new Date("2026-03-20T17:00:00Z"); // 18:00 the day before, in winter time
  const shifted = shiftInstant(closesAt, {
    from: new Date("2026-03-21T09:00:00Z"),
    to: new Date("2026-04-21T08:00:00Z"),
    timezone: "Europe/Berlin",
  });
  expect(localOfInstant(shifted, "Europe/Berlin")).toBe("2026-04-20T18:00");
});

import { expect, test } from "vitest";
import { instantOfLocal, localOfInstant, shiftInstant } from "./local-time";

test("reads a local time in the event's zone", () => {
  expect(instantOfLocal("2026-06-03T18:00", "Europe/Berlin")?.toISOString()).toBe("2026-06-03T16:00:00.000Z");
  expect(localOfInstant(new Date("2026-06-03T16:00:00Z"), "Europe/Berlin")).toBe("2026-06-03T18:00");
});

test("knows the hour that does not exist, and takes the first of the one that comes twice", () => {
  expect(instantOfLocal("2026-03-29T02:30", "Europe/Berlin")).toBeNull();
  expect(instantOfLocal("2026-10-25T02:30", "Europe/Berlin")?.toISOString()).toBe("2026-10-25T00:30:00.000Z");
});

test("shifts on the wall clock, also across a change of the clocks", () => {
  const closesAt = new Date("2026-03-20T17:00:00Z"); // 18:00 the day before, in winter time
  const shifted = shiftInstant(closesAt, {
    from: new Date("2026-03-21T09:00:00Z"),
    to: new Date("2026-04-21T08:00:00Z"),
    timezone: "Europe/Berlin",
  });
  expect(localOfInstant(shifted, "Europe/Berlin")).toBe("2026-04-20T18:00");
});

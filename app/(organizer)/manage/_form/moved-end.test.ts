import { expect, test } from "vitest";
import { movedEnd } from "./moved-end";

test.each([
  ["2026-06-03T18:00", "2026-06-10T18:00", "2026-06-03T21:30", "2026-06-10T21:30"],
  ["", "2026-06-03T23:00", "", "2026-06-04T01:00"],
  ["2026-06-03T18:00", "2026-06-04T09:00", "2026-06-03T17:00", "2026-06-04T11:00"],
  ["", "nonsense", "2026-06-03T17:00", "2026-06-03T17:00"],
])("from %j to %j the end %j becomes %j", (oldStart, newStart, end, moved) => {
  expect(movedEnd(oldStart, newStart, end)).toBe(moved);
});

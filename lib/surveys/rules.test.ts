import { describe, expect, test } from "vitest";
import { npsOf, surveyStateOf, surveyWindowOf, windowFaultsOf } from "./rules";

const endsAt = new Date("2026-06-03T18:00:00Z");
const opensAt = new Date("2026-06-05T08:00:00Z");
const closesAt = new Date("2026-06-06T08:00:00Z");

test("a survey is open for 14 days from the event's end unless the organizer chose otherwise", () => {
  expect(surveyWindowOf({ endsAt }, null)).toEqual({ opensAt: endsAt, closesAt: new Date("2026-06-17T18:00:00Z") });
  expect(surveyWindowOf({ endsAt }, { opensAt, closesAt: null, namesCutAt: null }).closesAt).toEqual(
    new Date("2026-06-19T08:00:00Z"),
  );
  expect(surveyWindowOf({ endsAt }, { opensAt: null, closesAt, namesCutAt: null })).toEqual({
    opensAt: endsAt,
    closesAt,
  });
});

test("it opens at the first instant of its window and is closed at the last", () => {
  const window = { opensAt, closesAt };
  const stateAt = (instant: Date, offsetMs: number) => surveyStateOf(window, new Date(instant.getTime() + offsetMs));
  expect(stateAt(opensAt, -1)).toBe("not_open");
  expect(stateAt(opensAt, 0)).toBe("open");
  expect(stateAt(closesAt, -1)).toBe("open");
  expect(stateAt(closesAt, 0)).toBe("closed");
});

test("a window that closes before it opens is refused", () => {
  expect(windowFaultsOf({ opensAt, closesAt })).toEqual([]);
  expect(windowFaultsOf({ opensAt: closesAt, closesAt: opensAt })).toHaveLength(1);
  expect(windowFaultsOf({ opensAt, closesAt: opensAt })).toHaveLength(1);
});

describe("the recommendation score", () => {
  test.each([
    [0, 0, 0, null],
    [4, 0, 0, 100],
    [0, 0, 4, -100],
    [0, 5, 0, 0],
    [2, 1, 1, 25],
    [1, 1, 1, 0],
    [1, 0, 2, -33],
  ])("of %i promoters, %i passives and %i detractors is %s", (promoters, passives, detractors, score) => {
    expect(npsOf({ promoters, passives, detractors })).toBe(score);
  });
});

import { describe, expect, test } from "vitest";
import { arrivalSeries, stepWords } from "./arrival-series";
import { dayBars, daysInWords } from "./day-series";

const day = (n: number) => new Date(Date.UTC(2026, 4, 1 + n)).toISOString().slice(0, 10);
const days = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ date: day(n), registered: n % 5, cancelled: n % 7 === 0 ? 1 : 0 }));
const marks = { today: day(3), eventDay: day(4) };

describe("registrations by day", () => {
  test("are one bar each, with today and the event's day named", () => {
    const bars = dayBars(days(6), marks);
    expect(bars.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 0]);
    expect(bars.map(({ mark }) => mark)).toEqual([undefined, undefined, undefined, "Today", "Event", undefined]);
    expect(bars[0]?.text).toBe("Fri 1 May: 0 registered, 1 cancelled");
  });

  test("of a long time are drawn by weeks that hold the same people", () => {
    const long = days(200);
    const bars = dayBars(long, marks);
    expect(bars).toHaveLength(Math.ceil(200 / 7));
    expect(bars.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(
      long.reduce((sum, { registered }) => sum + registered, 0),
    );
    expect(daysInWords(long)).toMatch(/^Drawn by weeks\. Busiest day: Tue 5 May, with 4\.$/);
  });

  test("without any say so", () => {
    expect(dayBars([], marks)).toEqual([]);
    expect(daysInWords([])).toBe("No registrations yet.");
  });
});

describe("arrivals", () => {
  const at = (minutes: number, checkedIn: number) => ({
    at: new Date(Date.UTC(2026, 5, 3, 16, minutes)).toISOString(),
    checkedIn,
  });

  test("have no gaps, on the clock of the event's zone", () => {
    const { bars, stepMinutes } = arrivalSeries([at(0, 2), at(15, 1)], "Asia/Kolkata");
    expect(stepMinutes).toBe(5);
    expect(bars.map(({ label, value }) => [label, value])).toEqual([
      ["21:30", 2],
      ["21:35", 0],
      ["21:40", 0],
      ["21:45", 1],
    ]);
    expect(bars[0]?.text).toBe("21:30–21:35: 2 checked in");
  });

  test.each([
    [0, "5 minutes"],
    [4 * 60, "10 minutes"],
    [20 * 60, "30 minutes"],
    [5 * 24 * 60, "3 hours"],
    [80 * 24 * 60, "day"],
  ])("over %i minutes are counted by %s, and none gets lost", (minutes, words) => {
    const { bars, stepMinutes } = arrivalSeries([at(0, 7), at(minutes, 5)], "Europe/Berlin");
    expect(stepWords(stepMinutes)).toBe(words);
    expect(bars.length).toBeLessThanOrEqual(90);
    expect(bars.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(12);
  });
});

import { describe, expect, it } from "vitest";
import { makeAttendance } from "./attendance";
import { makePeople } from "./people";
import { programme } from "./programme";
import { Random } from "./random";

const at = new Date("2026-06-03T10:00:00Z");
const dayMs = 24 * 60 * 60 * 1000;

function stage(seed: number) {
  const random = new Random(seed);
  const people = makePeople(random, new Date(at.getTime() - 400 * dayMs));
  const expected = people[4] ?? null;
  const startsAt = new Date(at.getTime() - 3 * dayMs);
  const past = { startsAt, endsAt: new Date(startsAt.getTime() + dayMs / 12), hasHappened: true, isUnderWay: false };
  const opensAt = new Date(startsAt.getTime() - 40 * dayMs);
  const event = { ...past, ...{ id: "past", opensAt, capacity: 20, demand: 1.5, expected, surveyQuestions: [] } };
  return { people, expected, attendance: makeAttendance(random, event, people.slice(4), at) };
}

describe("the demo organisation", () => {
  it("has about sixty events, of each kind that an organizer meets", () => {
    expect(programme.length).toBeGreaterThan(55);
    const count = (state: string) => programme.filter((plan) => plan.state === state).length;
    expect(["under_way", "full", "opens_soon", "cancelled"].map(count)).toEqual([1, 1, 1, 1]);
    expect(count("draft")).toBeGreaterThan(1);
  });

  it("has about 400 people in nine departments, each under an address of their own", () => {
    const { people } = stage(1);
    expect(Math.abs(people.length - 400)).toBeLessThan(10);
    expect(new Set(people.map(({ department }) => department)).size).toBe(9);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(stage(7)).toEqual(stage(7));
    expect(stage(7)).not.toEqual(stage(8));
  });

  it("seats up to the capacity, lets nobody arrive unregistered, and holds whom an event expects", () => {
    const { attendance, expected } = stage(3);
    expect(attendance.filter(({ status }) => status === "confirmed")).toHaveLength(20);
    for (const { status, registeredAt, checkedInAt } of attendance) {
      if (checkedInAt) expect([status, registeredAt < checkedInAt]).toEqual(["confirmed", true]);
    }
    expect(attendance.map(({ person }) => person)).toContain(expected);
  });
});

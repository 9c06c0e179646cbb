import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registrationStateOf, scheduleFaultsOf, statesToComeOf, unchangedSince } from "./rules";

const at = new Date("2026-06-01T12:00:00Z");
const hours = (count: number) => new Date(at.getTime() + count * 60 * 60 * 1000);
const open = {
  status: "published" as const,
  startsAt: hours(24),
  endsAt: hours(26),
  capacity: 10,
  seatsTaken: 4,
  waitlistCount: 0,
  waitlistEnabled: true,
  approval: "none" as const,
  registrationOpensAt: null,
  registrationClosesAt: null,
};

describe("registrationStateOf", () => {
  test.each([
    ["open", {}],
    ["open", { capacity: null, seatsTaken: 5000 }],
    ["draft", { status: "draft" as const }],
    ["cancelled", { status: "cancelled" as const }],
    ["past", { status: "completed" as const }],
    ["past", { startsAt: hours(-3), endsAt: at }],
    ["not_open", { registrationOpensAt: hours(1) }],
    ["closed", { startsAt: hours(-1) }],
    ["closed", { registrationClosesAt: at }],
    ["open", { startsAt: hours(-1), registrationClosesAt: hours(1) }],
    ["waitlist", { seatsTaken: 10 }],
    ["waitlist", { seatsTaken: 9, waitlistCount: 2 }],
    ["waitlist", { seatsTaken: 10, approval: "holds_seat" as const }],
    ["open", { seatsTaken: 10, approval: "holds_no_seat" as const }],
    ["full", { seatsTaken: 10, waitlistEnabled: false }],
  ])("is %s for %o", (state, change) => {
    expect(registrationStateOf({ ...open, ...change }, at).state).toBe(state);
  });

  test("tells the seats left and when registration closes by default", () => {
    expect(registrationStateOf(open, at)).toMatchObject({ seatsLeft: 6, opensAt: null, closesAt: open.startsAt });
    expect(registrationStateOf({ ...open, capacity: null }, at).seatsLeft).toBeNull();
  });
});

describe("statesToComeOf", () => {
  test.each([
    [["open", "waitlist"], {}],
    [["open", "full"], { waitlistEnabled: false }],
    [["open"], { capacity: null }],
    [["open"], { approval: "holds_no_seat" as const }],
    [["not_open", "open", "waitlist"], { registrationOpensAt: hours(1) }],
    [["waitlist", "open"], { seatsTaken: 10 }],
    [["full", "open"], { seatsTaken: 10, waitlistEnabled: false }],
    [["closed"], { registrationClosesAt: at }],
    [["cancelled"], { status: "cancelled" as const }],
  ])("are %s for %o", (states, change) => {
    expect(statesToComeOf({ ...open, ...change }, at)).toEqual(states);
  });
});

test("since unchangedSince nothing is otherwise, and until the next change it stays the same instant", () => {
  const instant = fc.integer({ min: -50, max: 50 }).map(hours);
  const schedule = { startsAt: instant, endsAt: instant, registrationOpensAt: fc.option(instant) };
  fc.assert(
    fc.property(fc.record({ ...schedule, registrationClosesAt: fc.option(instant) }), instant, (times, when) => {
      const event = { ...open, ...times };
      const since = unchangedSince(event, when);
      expect(since.getTime()).toBeLessThanOrEqual(when.getTime());
      expect(registrationStateOf(event, since)).toEqual(registrationStateOf(event, when));
      expect(event.startsAt <= since).toBe(event.startsAt <= when);
      expect(unchangedSince(event, since)).toEqual(since);
    }),
  );
});

describe("scheduleFaultsOf", () => {
  test.each([
    [[], {}],
    [[], { registrationClosesAt: open.endsAt }],
    [["endsAt"], { endsAt: open.startsAt }],
    [["endsAt"], { endsAt: hours(24 + 32 * 24) }],
    [["registrationClosesAt"], { registrationClosesAt: hours(27) }],
    [["registrationOpensAt"], { registrationOpensAt: hours(24) }],
    [["registrationOpensAt"], { registrationOpensAt: hours(3), registrationClosesAt: hours(2) }],
  ])("finds %o in %o", (paths, change) => {
    expect(scheduleFaultsOf({ ...open, ...change }).map(({ path }) => path)).toEqual(paths);
  });
});

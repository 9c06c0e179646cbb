import { expect, test } from "vitest";
import { headlineOf } from "./headline";
import type { DashboardEvent, LiveNumbers } from "./live-numbers";

const event: DashboardEvent = {
  eventId: "019b0000-0000-7000-8000-000000000000",
  status: "published",
  startsAt: "2026-06-10T16:00:00Z",
  endsAt: "2026-06-10T18:00:00Z",
  timezone: "Europe/Berlin",
};

const nothing: LiveNumbers = {
  ...{ eventId: event.eventId, capacity: 20, registered: 0, waitlisted: 0, cancelled: 0, checkedIn: 0 },
  ...{ byDepartment: [], byDay: [], arrivals: [], asOf: event.startsAt },
  survey: {
    ...{ responses: 0, averageRating: null, nps: null, promoters: 0, passives: 0, detractors: 0, comments: 0 },
    ratings: { "1": 0, "2": 0, "3": 0, "4": 0, "5": 0 },
  },
};

test.each<[string, Partial<DashboardEvent>, Partial<LiveNumbers>, number, string]>([
  ["2026-06-03T16:00:00Z", { status: "draft" }, {}, 0, "This is a draft: nobody but its team sees it yet."],
  ["2026-06-03T16:00:00Z", { status: "cancelled" }, { registered: 1 }, 0, "Cancelled. 1 person had a seat."],
  ["2026-06-03T16:00:00Z", {}, {}, 0, "It starts in 7 days, and nobody has registered yet."],
  [
    "2026-06-09T16:00:00Z",
    {},
    { registered: 5 },
    2,
    "It starts tomorrow. 25 % of the seats are taken, 2 registered today.",
  ],
  [
    "2026-06-10T14:00:00Z",
    {},
    { capacity: null, registered: 1 },
    0,
    "It starts in 2 hours. 1 person registered, none of them today.",
  ],
  [
    "2026-06-10T15:15:00Z",
    {},
    { registered: 20, waitlisted: 3 },
    0,
    "It starts in 45 minutes, and it is full: 3 wait in line.",
  ],
  ["2026-06-10T16:00:00Z", {}, { registered: 20, checkedIn: 11 }, 0, "Under way: 11 of 20 are in."],
  ["2026-06-10T18:00:00Z", {}, { registered: 20, checkedIn: 15 }, 0, "It is over: 15 of 20 came, 75 %."],
  ["2026-06-10T18:00:00Z", { status: "completed" }, {}, 0, "It is over. Nobody had registered."],
])("at %s it says how the event stands", (at, changes, numbers, today, words) => {
  expect(headlineOf({ ...event, ...changes }, { ...nothing, ...numbers }, today, new Date(at))).toBe(words);
});

import { describe, expect, test } from "vitest";
import { fieldErrorsOf } from "@/app/_server/parse";
import { eventFormInput } from "./event-form-input";

const typed = {
  title: "Summer Lab",
  startsAt: "2026-06-03T18:00",
  endsAt: "2026-06-03T20:00",
  timezone: "Europe/Berlin",
  venue: "Hall 2",
};

function faultsOf(fields: Record<string, unknown>) {
  const parsed = eventFormInput.safeParse({ ...typed, ...fields });
  return parsed.error
    ? Object.fromEntries(fieldErrorsOf(parsed.error).map(({ path, message }) => [path, message]))
    : {};
}

test("three fields are enough, and times are read on the place's clock", () => {
  const { event, isPublishing, revision } = eventFormInput.parse({ ...typed, intent: "publish" });
  expect(event).toMatchObject({
    ...{ title: "Summer Lab", venue: "Hall 2", capacity: null, category: "other", coverUrl: null, questions: [] },
    startsAt: new Date("2026-06-03T16:00:00Z"),
    endsAt: new Date("2026-06-03T18:00:00Z"),
    waitlistEnabled: false,
  });
  expect([isPublishing, revision]).toEqual([true, undefined]);
});

test("an empty end means two hours", () => {
  expect(eventFormInput.parse({ ...typed, endsAt: "" }).event.endsAt).toEqual(new Date("2026-06-03T18:00:00Z"));
});

test("reads everything else that can be typed", () => {
  const { event, revision } = eventFormInput.parse({
    ...typed,
    ...{ capacity: "1,200", waitlistEnabled: "on", category: "talk", revision: "7" },
    registrationClosesAt: "2026-06-02T18:00",
    ...{ "questions.0.label": "", "questions.2.label": "Meal", "questions.2.kind": "choice" },
    ...{ "questions.2.options": "Meat\r\n\r\n Vegan ", "questions.2.required": "on", "questions.2.id": "meal" },
  });
  expect(event).toMatchObject({
    ...{ capacity: 1200, waitlistEnabled: true, category: "talk" },
    registrationClosesAt: new Date("2026-06-02T16:00:00Z"),
    questions: [{ id: "meal", label: "Meal", kind: "choice", options: ["Meat", "Vegan"], required: true }],
  });
  expect(revision).toBe(7);
  expect(eventFormInput.parse({ ...typed, revision: "7", overwrite: "1" }).revision).toBeUndefined();
});

test("the minutes to confirm an address are asked for only where they are typed", () => {
  expect(eventFormInput.parse(typed).event.confirmAddressMinutes).toBeNull();
  expect(eventFormInput.parse({ ...typed, confirmAddressMinutes: "30" }).event.confirmAddressMinutes).toBe(30);
  expect(eventFormInput.parse({ ...typed, confirmAddressMinutes: "1,440" }).event.confirmAddressMinutes).toBe(1440);
  for (const wrong of ["4", "1441", "5.5", "soon"])
    expect(Object.keys(faultsOf({ confirmAddressMinutes: wrong }))).toEqual(["confirmAddressMinutes"]);
});

describe("faults", () => {
  test("are told all at once, once each, in the order of the form", () => {
    expect(Object.keys(faultsOf({ title: "", startsAt: "", capacity: "many", endsAt: "", coverUrl: "x" }))).toEqual([
      ...["title", "startsAt", "capacity", "coverUrl"],
    ]);
  });

  test("name the zone and the gap where the clocks skip a time", () => {
    const { startsAt } = faultsOf({ startsAt: "2026-03-29T02:30", endsAt: "2026-03-29T05:00" });
    expect(startsAt).toMatch(/^02:30 does not exist on that day in Europe\/Berlin: .* from 02:00 to 03:00/);
  });

  test("take the first of an hour that comes twice", () => {
    const { event } = eventFormInput.parse({ ...typed, startsAt: "2026-10-25T02:30", endsAt: "2026-10-25T05:00" });
    expect(event.startsAt).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  test.each([
    ["timezone", { timezone: "Mars/Olympus_Mons" }],
    ["endsAt", { endsAt: "soon" }],
    ["title", { title: "x".repeat(10_000) }],
    [
      "questions.3.options",
      { "questions.3.label": "Which?", "questions.3.kind": "choice", "questions.3.options": "A" },
    ],
  ])("are found in %s", (field, fields) => {
    expect(Object.keys(faultsOf(fields))).toEqual([field]);
  });
});

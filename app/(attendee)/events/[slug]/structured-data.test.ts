import { describe, expect, it, test } from "vitest";
import type { EventDetail } from "@/lib/events/queries";
import { structuredDataOf } from "./structured-data";

const url = "https://turnout.example/events/summer-party";
const at = new Date("2026-06-01T10:00:00Z");
const event: EventDetail = {
  id: "0199c0de-0000-7000-8000-000000000001",
  slug: "summer-party",
  title: "Summer party",
  summary: "",
  description: "",
  category: "social",
  status: "published",
  startsAt: new Date("2026-06-03T16:00:00Z"),
  endsAt: new Date("2026-06-03T20:00:00Z"),
  timezone: "Europe/Berlin",
  venue: "The roof",
  capacity: 10,
  seatsTaken: 0,
  waitlistCount: 0,
  waitlistEnabled: true,
  coverUrl: null,
  registrationOpensAt: null,
  registrationClosesAt: null,
  approval: "none",
  eligibility: "everyone",
  visibility: "public",
  eligibleDepartments: [],
  confirmWithinMinutes: null,
  confirmAddressMinutes: null,
  guestsPerPerson: 0,
  reminderMinutes: [],
  questions: [],
  organizer: { id: "0199c0de-0000-7000-8000-000000000002", name: "Ada Lovelace" },
  revision: 0,
  cancelReason: null,
  publishedAt: at,
};
const dataOf = (changes: Partial<EventDetail> = {}) => structuredDataOf({ ...event, ...changes }, url, at);

it("gives times with the event's own offset, a picture for every event, and a person as the organizer", () => {
  expect(dataOf()).toMatchObject({
    startDate: "2026-06-03T18:00:00+02:00",
    endDate: "2026-06-03T22:00:00+02:00",
    image: "https://turnout.example/covers/social/summer-party",
    organizer: { "@type": "Person", name: "Ada Lovelace" },
  });
  expect(dataOf({ coverUrl: "/pictures/abc" }).image).toBe("https://turnout.example/pictures/abc");
  // A picture of another site would tell its owner who looks.
  expect(dataOf({ coverUrl: "https://pictures.example/1.jpg" }).image).toMatch("https://turnout.example/covers/");
});

describe("an offer", () => {
  test("says whether there are seats, and names no currency", () => {
    expect(dataOf().offers).toMatchObject({ price: 0, availability: "https://schema.org/InStock" });
    expect(dataOf().offers).not.toHaveProperty("priceCurrency");
    expect(dataOf({ seatsTaken: 10 }).offers).toMatchObject({ availability: "https://schema.org/SoldOut" });
  });

  test("says from when on, where it is not open yet", () => {
    expect(dataOf({ registrationOpensAt: new Date("2026-06-02T07:00:00Z") }).offers).toMatchObject({
      availability: "https://schema.org/PreOrder",
      validFrom: "2026-06-02T09:00:00+02:00",
    });
  });

  test.each<[string, Partial<EventDetail>]>([
    ["cancelled", { status: "cancelled" }],
    ["closed", { registrationClosesAt: at }],
    ["over", { startsAt: new Date("2026-05-01T10:00:00Z"), endsAt: new Date("2026-05-01T12:00:00Z") }],
  ])("is not made for an event that is %s", (_state, changes) => {
    expect(dataOf(changes).offers).toBeUndefined();
  });
});

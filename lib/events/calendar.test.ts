import { describe, expect, test } from "vitest";
import { readCalendar } from "@/lib/testing/read-mail";
import { calendarOf } from "./calendar";

const event = {
  ...{ id: "01890000-0000-7000-8000-000000000001", revision: 3, status: "published" as const, title: "Lab" },
  ...{ summary: "", venue: "", organizer: { name: "Mira" } },
  startsAt: new Date("2026-07-01T16:00:00Z"),
  endsAt: new Date("2026-07-01T18:30:00Z"),
};
const url = "https://events.example.org/events/lab";
const published = { url, method: "PUBLISH" as const };

test("an independent reader finds what was written", () => {
  const attendee = { name: 'Ada "The First", Countess; of: Lovelace', email: "ada@example.org" };
  const calendar = readCalendar(calendarOf({ ...event, summary: "Hands on" }, { url, method: "REQUEST", attendee }));
  expect(calendar).toMatchObject({
    ...{ method: "REQUEST", status: "CONFIRMED", sequence: 3, summary: "Lab" },
    ...{ uid: `${event.id}@events.example.org`, description: `Hands on\n\n${url}` },
    ...{ startsAt: event.startsAt, endsAt: event.endsAt },
  });
  expect(calendar.attendee?.getFirstValue()).toBe("mailto:ada@example.org");
  expect(calendar.attendee?.getFirstParameter("cn")).toBe(attendee.name);
  expect(calendar.organizer?.getFirstParameter("cn")).toBe("Mira");
});

// 2026: the clocks of Berlin change on 29 March and 25 October, those of New York on 8 March and 1 November.
test.each([
  ...["2026-03-29T00:59:00Z", "2026-03-29T01:01:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  ...["2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"],
])("%s is the same instant in the reader's calendar, whatever the zones do", (start) => {
  const startsAt = new Date(start);
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
  const calendar = readCalendar(calendarOf({ ...event, startsAt, endsAt }, published));
  expect(calendar).toMatchObject({ startsAt, endsAt });
});

test("cancelled, by the person or the organizer", () => {
  expect(readCalendar(calendarOf(event, { url, method: "CANCEL" })).status).toBe("CANCELLED");
  expect(readCalendar(calendarOf({ ...event, status: "cancelled" }, published)).status).toBe("CANCELLED");
});

describe("text", () => {
  test.each(["a,b;c\\d", "one\r\ntwo\rthree\nfour", "BEGIN:VEVENT\r\nUID:evil", "🎉".repeat(60), "שלום, עולם", "\\n"])(
    "%j comes back as it was",
    (title) => {
      const text = calendarOf({ ...event, title, venue: title }, published);
      const lines = title.replaceAll(/\r\n?/g, "\n");
      expect(readCalendar(text)).toMatchObject({
        summary: lines,
        location: lines,
        uid: `${event.id}@events.example.org`,
      });
      expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    },
  );

  test("lines are at most 75 octets, end in CRLF, and no character is cut in two", () => {
    const text = calendarOf({ ...event, title: "ñ🎉".repeat(500) }, published);
    const lines = text.split("\r\n");
    expect(lines.pop()).toBe("");
    for (const line of lines) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\uFFFD]/);
    }
  });

  test("names can't add a line or a parameter", () => {
    const name = 'x";ROLE=CHAIR:mailto:evil@example.org\r\nSUMMARY:evil';
    const attendee = { name, email: "ada@example.org\r\nSUMMARY:evil" };
    const calendar = readCalendar(calendarOf({ ...event, organizer: { name } }, { url, method: "REQUEST", attendee }));
    expect(calendar.summary).toBe("Lab");
    expect(calendar.attendee?.getFirstParameter("role")).toBeFalsy();
    expect(calendar.organizer?.getFirstParameter("role")).toBeFalsy();
  });
});

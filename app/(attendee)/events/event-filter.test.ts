import { afterEach, describe, expect, it } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { eventFilterOf, eventsHref, listInputOf } from "./event-filter";

const categories = [{ id: "talk", name: "Talk" }];

afterEach(() => setClock(null));

describe("the filter of the events list", () => {
  it("survives the way through the address", () => {
    const filter = { q: "café & more", category: "talk", when: "past", cursor: "abc" } as const;
    const search = Object.fromEntries(new URL(eventsHref(filter), "http://here").searchParams);
    expect(eventFilterOf(search, categories)).toEqual(filter);
  });

  it("leaves out what means nothing", () => {
    const search = { q: ["a", "b"], category: "nonsense", when: "tomorrow", cursor: "x".repeat(501) };
    expect(eventFilterOf(search, categories)).toEqual({
      q: "",
      category: undefined,
      when: "upcoming",
      cursor: undefined,
    });
  });

  it.each(["\u0000", "two\nlines", "x".repeat(101)])("searches for nothing where %j can't be searched for", (q) => {
    expect(eventFilterOf({ q }, categories).q).toBe("");
  });

  it("has the plain address when it asks for nothing", () => {
    expect(eventsHref(eventFilterOf({}, categories))).toBe("/events");
  });

  it("reaches seven days from now, and counts events under way", () => {
    setClock(new Date("2026-06-03T10:00:00Z"));
    const input = listInputOf(eventFilterOf({ when: "week" }, categories));
    expect(input.when).toBe("upcoming");
    expect(input.to?.toISOString().slice(0, 16)).toBe("2026-06-10T10:00");
  });
});

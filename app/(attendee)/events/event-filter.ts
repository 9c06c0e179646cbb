import { z } from "zod";
import type { Category } from "@/lib/events/categories/input";
import { type ListEventsInput, lineField, listEventsInput } from "@/lib/events/input";
import { now } from "@/lib/platform/clock";

/** The spans of time that the list offers; days roll on from now, so they mean the same in every zone. */
export const spans = [
  { value: "upcoming", label: "Upcoming" },
  { value: "week", label: "7 days" },
  { value: "month", label: "30 days" },
  { value: "past", label: "Past" },
] as const;

export type EventFilter = {
  q: string;
  category: string | undefined;
  when: (typeof spans)[number]["value"];
  cursor: string | undefined;
};

type SearchParams = Record<string, string | string[] | undefined>;

const searchField = lineField("The search", 100);
const spanField = z.enum(["upcoming", "week", "month", "past"]);

/**
 * What the address asks for; whatever it holds that means nothing is left out, such as a category
 * that is not in the list.
 */
export function eventFilterOf(search: SearchParams, categories: readonly Category[]): EventFilter {
  return {
    q: searchField.catch("").parse(search.q),
    category: categories.find(({ id }) => id === search.category)?.id,
    when: spanField.catch("upcoming").parse(search.when),
    cursor: z.string().max(500).optional().catch(undefined).parse(search.cursor),
  };
}

/** The address of the list under this filter. */
export function eventsHref({ q, category, when, cursor }: EventFilter): string {
  const search = new URLSearchParams();
  if (q) search.set("q", q);
  if (category) search.set("category", category);
  if (when !== "upcoming") search.set("when", when);
  if (cursor) search.set("cursor", cursor);
  return search.size > 0 ? `/events?${search}` : "/events";
}

/** The filter as the list verb takes it. */
export function listInputOf({ q, category, when, cursor }: EventFilter): ListEventsInput {
  const days = { week: 7, month: 30 } as const;
  const until = when === "week" || when === "month" ? now().getTime() + days[when] * 24 * 60 * 60 * 1000 : undefined;
  return listEventsInput.parse({
    q,
    category,
    when: when === "past" ? "past" : "upcoming",
    to: until && new Date(until).toISOString(),
    cursor,
  });
}

import { z } from "zod";
import type { ManagedView } from "@/lib/events/input";

type TabView = Exclude<ManagedView, "live">;

export const tabs = [
  { view: "next", label: "Upcoming" },
  { view: "drafts", label: "Drafts" },
  { view: "past", label: "Past" },
  { view: "cancelled", label: "Cancelled" },
] as const satisfies { view: TabView; label: string }[];

export const emptyWords: Record<TabView, { title: string; body: string }> = {
  next: {
    title: "Nothing coming up",
    body: "Three things make an event: a title, a time and a place. Everything else can wait.",
  },
  drafts: { title: "No drafts", body: "An event that is not published yet waits here, seen only by its team." },
  past: { title: "No past events yet", body: "Events move here when they are over, with their numbers and answers." },
  cancelled: {
    title: "Nothing cancelled",
    body: "Cancelled events stay here, so that nobody wonders where they went.",
  },
};

const viewField = z.enum(["next", "drafts", "past", "cancelled"]).catch("next");
const cursorField = z.string().max(500).optional().catch(undefined);

/** Which of one's events the address asks for; whatever means nothing is left out. */
export function managedPageOf(search: Record<string, string | string[] | undefined>) {
  return { view: viewField.parse(search.view), cursor: cursorField.parse(search.cursor) };
}

/** The address of one view of one's events. */
export function managedHref(view: TabView, cursor?: string): string {
  const search = new URLSearchParams();
  if (view !== "next") search.set("view", view);
  if (cursor) search.set("cursor", cursor);
  return search.size > 0 ? `/manage?${search}` : "/manage";
}

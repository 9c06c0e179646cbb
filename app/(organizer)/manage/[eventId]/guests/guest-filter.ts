import { z } from "zod";
import { type ListRegistrationsInput, listRegistrationsInput, registrationStatuses } from "@/lib/registrations/input";

/** What the guest list is narrowed to, as its address says it. */
export type GuestFilter = {
  q: string;
  status: (typeof registrationStatuses)[number] | undefined;
  department: string;
  checkedIn: "true" | "false" | undefined;
  cursor: string | undefined;
};

type SearchParams = Record<string, string | string[] | undefined>;

const shortText = z.string().trim().max(100).catch("");
const statusField = z.enum(registrationStatuses).optional().catch(undefined);
const checkedInField = z.enum(["true", "false"]).optional().catch(undefined);
const cursorField = z.string().max(500).optional().catch(undefined);

/** What the address asks for; whatever it holds that means nothing is left out. */
export function guestFilterOf(search: SearchParams): GuestFilter {
  return {
    q: shortText.parse(search.q),
    status: statusField.parse(search.status),
    department: shortText.parse(search.department),
    checkedIn: checkedInField.parse(search.checkedIn),
    cursor: cursorField.parse(search.cursor),
  };
}

/** The address of the list, or of its export, under this filter. */
export function guestsHref(eventId: string, filter: Partial<GuestFilter>, page = ""): string {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given);
  return `/manage/${eventId}/guests${page}${search.size > 0 ? `?${search}` : ""}`;
}

/** The filter as the list verb takes it; what it refuses (a control character in the search) finds nothing to filter by. */
export function listInputOf(filter: GuestFilter): ListRegistrationsInput {
  const parsed = listRegistrationsInput.safeParse({ ...filter, limit: 50 });
  return parsed.success ? parsed.data : listRegistrationsInput.parse({ status: filter.status, limit: 50 });
}

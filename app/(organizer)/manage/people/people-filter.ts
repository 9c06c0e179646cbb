import { z } from "zod";
import { type ListPeopleInput, listPeopleInput, type PeopleView, peopleViews, roles } from "@/lib/access/people/input";

/** What the list of people is narrowed to, as its address says it. */
export type PeopleFilter = {
  q: string;
  role: (typeof roles)[number] | undefined;
  department: string;
  view: PeopleView;
  cursor: string | undefined;
};

type SearchParams = Record<string, string | string[] | undefined>;

const shortText = z.string().trim().max(254).catch("");
const roleField = z.enum(roles).optional().catch(undefined);
const cursorField = z.string().max(500).optional().catch(undefined);
// Where somebody looks for a name or an address, a guest may be meant.
const viewField = z.enum(peopleViews).catch("accounts");

/** What the address asks for; whatever it holds that means nothing is left out. */
export function peopleFilterOf(search: SearchParams): PeopleFilter {
  const q = shortText.parse(search.q);
  return {
    q,
    role: roleField.parse(search.role),
    department: shortText.parse(search.department),
    view: viewField.parse(search.view ?? (q ? "everyone" : undefined)),
    cursor: cursorField.parse(search.cursor),
  };
}

/** The address of the list under this filter. */
export function peopleHref(filter: Partial<PeopleFilter>): string {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(given);
  return `/manage/people${search.size > 0 ? `?${search}` : ""}`;
}

/** The filter as the list verb takes it; what it refuses finds nothing to filter by. */
export function listInputOf(filter: PeopleFilter): ListPeopleInput {
  const parsed = listPeopleInput.safeParse({ ...filter, limit: 50 });
  return parsed.success ? parsed.data : listPeopleInput.parse({ view: filter.view, limit: 50 });
}

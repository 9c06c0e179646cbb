import { Button } from "@/app/_components/button";
import { FilterChips } from "@/app/_components/filter-chips";
import { SearchField } from "@/app/_components/search-field";
import { Tabs } from "@/app/_components/tabs";
import type { Category } from "@/lib/events/categories/input";
import { type EventFilter, eventsHref, spans } from "./event-filter";

/** Search, span of time and category: a plain form and links, all kept in the address. */
export function EventFilterBar({ filter, categories }: { filter: EventFilter; categories: readonly Category[] }) {
  const first = { ...filter, cursor: undefined };
  return (
    <div className="flex flex-col gap-4">
      <search>
        <form action="/events" className="flex max-w-form gap-2">
          {filter.category && <input type="hidden" name="category" value={filter.category} />}
          {filter.when !== "upcoming" && <input type="hidden" name="when" value={filter.when} />}
          <SearchField
            name="q"
            label="Search events"
            placeholder="Search by title or place"
            defaultValue={filter.q}
            maxLength={100}
            className="flex-1 [&_input]:h-11"
          />
          <Button type="submit" className="h-11">
            Search
          </Button>
        </form>
      </search>
      <Tabs
        label="When"
        items={spans.map(({ value, label }) => ({
          href: eventsHref({ ...first, when: value }),
          label,
          current: value === filter.when,
        }))}
      />
      <FilterChips
        label="Category"
        className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:px-0 [&_ul]:w-max sm:[&_ul]:w-auto"
        items={[
          { href: eventsHref({ ...first, category: undefined }), label: "All", selected: !filter.category },
          ...categories.map(({ id, name }) => ({
            href: eventsHref({ ...first, category: id }),
            label: name,
            selected: id === filter.category,
          })),
        ]}
      />
    </div>
  );
}

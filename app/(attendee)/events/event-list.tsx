import type { Category } from "@/lib/events/categories/input";
import type { EventListItem } from "@/lib/events/queries";
import { formatWhen } from "@/lib/events/when";
import { categoryLabelOf } from "./category-label";
import { EventCard } from "./event-card";

type Props = { events: readonly EventListItem[]; categories: readonly Category[] };

/** A page of events under the days they begin on, each day as its event's own zone has it. */
export function EventList({ events, categories }: Props) {
  const days = new Map<string, EventListItem[]>();
  for (const event of events) {
    const { day } = formatWhen(event);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <div className="flex flex-col gap-8">
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day} className="gap-8 lg:grid lg:grid-cols-[8rem_minmax(0,1fr)]">
          <h2 className="mb-3 text-base font-semibold text-foreground lg:sticky lg:top-6 lg:mb-0 lg:self-start lg:pt-4">
            {day}
          </h2>
          <ul className="flex flex-col gap-3">
            {ofDay.map((event) => (
              <li key={event.id}>
                <EventCard
                  event={event}
                  category={categoryLabelOf(categories, event.category)}
                  isInFirstScreen={events.indexOf(event) < 2}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

import Link from "next/link";
import { ChevronRight } from "@/app/_components/icons";
import { LiveDot } from "@/app/_components/live-dot";
import type { ManagedEvent } from "@/lib/events/queries";
import { formatWhen } from "@/lib/events/when";

type Props = { title: string; events: ManagedEvent[]; isLive?: boolean };

/** Doors of one part of the day; an empty part is left out. */
export function DoorList({ title, events, isLive = false }: Props) {
  if (events.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="mb-3 flex items-center gap-3 text-base font-semibold text-foreground">
        {title}
        {isLive && <LiveDot label="Under way" />}
      </h2>
      <ul className="flex flex-col gap-3">
        {events.map((event) => (
          <li key={event.id}>
            <Link
              href={`/door/${event.id}`}
              className="flex min-h-20 items-center gap-4 rounded-lg border border-border bg-card p-4 no-underline transition-colors hover:border-input hover:bg-muted"
            >
              <span className="min-w-0 flex-1">
                <span className="block text-base font-semibold text-foreground">{event.title}</span>
                <span className="mt-0.5 block text-sm text-secondary">
                  {[formatWhen(event).full, event.venue].filter(Boolean).join(" · ")}
                </span>
              </span>
              <span className="shrink-0 text-end text-sm text-secondary">
                <span className="block text-lg font-semibold text-foreground">{event.seatsTaken}</span>
                expected
              </span>
              <ChevronRight aria-hidden className="size-5 shrink-0 text-muted-foreground rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

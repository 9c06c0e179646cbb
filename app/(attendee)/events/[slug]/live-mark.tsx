import type { EventDetail } from "@/lib/events/queries";
import { type RegistrationState, statesToComeOf } from "@/lib/events/rules";
import { now } from "@/lib/platform/clock";
import { EventMark } from "../event-mark";
import { eventMarkOf, type Mark } from "../event-mark-of";

const marksOf: Partial<Record<RegistrationState["state"], Mark["kind"][]>> = {
  open: ["few", "running"],
  waitlist: ["waitlist", "running"],
  full: ["full", "running"],
};

/** The event's mark, with those that may take its place while the page is looked at. */
export function LiveMark({ event }: { event: EventDetail }) {
  const mark = eventMarkOf(event, now());
  const toCome = new Set(statesToComeOf(event, now()).flatMap((state) => marksOf[state] ?? []));
  return (
    <event-mark class="contents">
      {mark && <EventMark mark={mark} />}
      {[...toCome].map((kind) => (
        <template key={kind} data-mark={kind}>
          <EventMark mark={{ kind, words: "" }} />
        </template>
      ))}
    </event-mark>
  );
}

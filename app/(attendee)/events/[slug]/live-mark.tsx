import { type RegistrationState, statesToComeOf } from "@/lib/events/rules";
import { EventMark } from "../event-mark";
import { eventMarkOf, type Mark } from "../event-mark-of";
import type { ShownEvent } from "./event-page-data";

const marksOf: Partial<Record<RegistrationState["state"], Mark["kind"][]>> = {
  open: ["few", "running"],
  waitlist: ["waitlist", "running"],
  full: ["full", "running"],
};

/** The event's mark, with those that may take its place while the page is looked at. */
export function LiveMark({ event, at }: { event: ShownEvent; at: Date }) {
  const mark = eventMarkOf(event, at);
  const toCome = new Set(statesToComeOf(event, at).flatMap((state) => marksOf[state] ?? []));
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

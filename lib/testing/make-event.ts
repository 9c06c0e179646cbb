import type { Person } from "@/lib/access/actor";
import { requireAuthor, requireOrganizer } from "@/lib/access/scopes";
import { createEvent } from "@/lib/events/create-event";
import { createEventInput } from "@/lib/events/input";
import { publishEvent } from "@/lib/events/publish-event";
import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";

type Given = Record<string, unknown> & { startsInHours?: number; lastsHours?: number };

const hourMs = 60 * 60 * 1000;

/** A draft of that organizer, in a week for two hours unless told otherwise. */
export function makeDraft(organizer: Person, { startsInHours = 168, lastsHours = 2, ...given }: Given = {}) {
  const startsAt = now().getTime() + startsInHours * hourMs;
  const input = createEventInput.parse({
    title: "Summer Lab",
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + lastsHours * hourMs).toISOString(),
    timezone: "Europe/Berlin",
    ...given,
  });
  return createEvent(requireAuthor(organizer), input);
}

/** The same, published. */
export async function makePublishedEvent(organizer: Person, given: Given = {}): Promise<EventDetail> {
  const draft = await makeDraft(organizer, given);
  return publishEvent(await requireOrganizer(organizer, draft.id));
}

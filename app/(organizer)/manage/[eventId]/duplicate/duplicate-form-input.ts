import { z } from "zod";
import { readLocalTime } from "@/lib/events/local-time";
import { timezoneField } from "@/lib/organisation/input";

/** The new start, typed on the clock of the event's zone. */
export const duplicateFormInput = z
  .object({ eventId: z.uuid(), startsAt: z.string().trim(), timezone: timezoneField })
  .transform(({ eventId, startsAt, timezone }, context) => {
    const time = readLocalTime(startsAt, timezone);
    if (time.kind === "instant") return { eventId, startsAt: time.instant };
    const message =
      time.kind === "malformed"
        ? "Give the new date and time."
        : `${startsAt.slice(11, 16)} does not exist on that day in ${timezone}: the clocks go from ${time.from} to ${time.to}.`;
    context.addIssue({ code: "custom", path: ["startsAt"], message });
    return z.NEVER;
  });

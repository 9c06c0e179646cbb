import { z } from "zod";
import { readLocalTime } from "@/lib/events/local-time";
import { createAnnouncementInput } from "@/lib/notifications/input";
import { timezoneField } from "@/lib/organisation/input";

// No event has the nil id, so a forged one is simply not found.
const nobody = "00000000-0000-0000-0000-000000000000";
const intentField = z.enum(["preview", "test", "send"]).catch("preview");
const textField = z.string().catch("");
const keptNames = ["id", "subject", "body", "audience", "department", "when", "sendAt"] as const;

/** The message form as the verbs take it, with what was typed; a later time is read on the clock of the event's zone. */
export const composeFormInput = z.record(z.string(), z.unknown()).transform((fields, context) => {
  const text = (name: string) => textField.parse(fields[name]);
  const intent = intentField.parse(fields.intent);
  const isLater = intent === "send" && text("when") === "later";
  const time = isLater ? readLocalTime(text("sendAt"), timezoneField.catch("UTC").parse(fields.timezone)) : null;
  const parsed = createAnnouncementInput.safeParse({
    ...Object.fromEntries(keptNames.map((name) => [name, text(name)])),
    sendAt: time?.kind === "instant" ? time.instant.toISOString() : null,
  });
  for (const { path, message } of parsed.error?.issues ?? []) context.addIssue({ code: "custom", path, message });
  if (time && time.kind !== "instant") {
    const message =
      time.kind === "malformed"
        ? "Give a date and a time, like 2026-06-03T18:00."
        : `That time does not exist on that day: the clocks go from ${time.from} to ${time.to}.`;
    context.addIssue({ code: "custom", path: ["sendAt"], message });
    return z.NEVER;
  }
  if (!parsed.success) return z.NEVER;
  const values = Object.fromEntries(keptNames.map((name) => [name, text(name)]));
  return { intent, eventId: z.uuid().catch(nobody).parse(fields.eventId), announcement: parsed.data, values };
});

export type ComposeFormInput = z.output<typeof composeFormInput>;

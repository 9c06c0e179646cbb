import { z } from "zod";
import { departmentField } from "@/lib/access/input";
import { instantField, lineField, pageFields, proseField } from "@/lib/events/input";

/** Whom an organizer can write to. */
export const audiences = ["confirmed", "not_checked_in", "checked_in", "waitlisted"] as const;

/** How long an announcement can be recalled before it leaves. */
export const recallSeconds = 10;

const contentFields = {
  subject: lineField("The subject", 150).min(1, "Write a subject."),
  body: proseField("The message", 10_000).refine((text) => text !== "", "Write the message."),
};

/** What an announcement says. */
export const announcementContentInput = z.object(contentFields);

/** An announcement; `id` is the form's, so that a form sent twice is one message. Without `sendAt` it leaves in ten seconds. */
export const createAnnouncementInput = z.object({
  id: z.uuid().toLowerCase(),
  ...contentFields,
  audience: z.enum(audiences, "Choose who gets it."),
  department: departmentField.nullish().transform((department) => department ?? null),
  sendAt: instantField("The time").nullable().default(null),
});

export const listAnnouncementsInput = z.object(pageFields);

export const listDeadMessagesInput = z.object(pageFields);

/** One dead message, or all of them without an id. */
export const resendDeadInput = z.object({ id: z.uuid().toLowerCase().optional() });

export type Audience = (typeof audiences)[number];
export type AnnouncementContent = z.output<typeof announcementContentInput>;
export type CreateAnnouncementInput = z.output<typeof createAnnouncementInput>;
export type ListAnnouncementsInput = z.output<typeof listAnnouncementsInput>;
export type ListDeadMessagesInput = z.output<typeof listDeadMessagesInput>;
export type ResendDeadInput = z.output<typeof resendDeadInput>;

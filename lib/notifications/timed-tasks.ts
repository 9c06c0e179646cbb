import { purgeExpired } from "@/lib/archive/purge-expired";
import { completeEvents } from "@/lib/events/complete-events";
import { releaseUnconfirmed } from "@/lib/registrations/release-unconfirmed";
import { enqueueAnnouncements } from "./enqueue-announcements";
import { enqueueReminders } from "./enqueue-reminders";
import { enqueueSurveyInvitations } from "./enqueue-survey-invitations";

/** What the clock sets off, by the name under which the cron route offers it. Each returns how much it did, and none does it twice. */
export const timedTasks: ReadonlyMap<string, () => Promise<number>> = new Map([
  ["announcements", enqueueAnnouncements],
  ["reminders", enqueueReminders],
  ["surveys", enqueueSurveyInvitations],
  ["complete-events", completeEvents],
  ["unconfirmed-seats", releaseUnconfirmed],
  ["archive", purgeExpired],
]);

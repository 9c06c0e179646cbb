import { completeEvents } from "@/lib/events/complete-events";
import { runWithLease } from "@/lib/platform/timer-lease";
import { releaseUnconfirmed } from "@/lib/registrations/release-unconfirmed";
import { keepAsLongAsSaid } from "@/lib/retention/keep-as-long-as-said";
import { areAnnouncementsDue, enqueueAnnouncements } from "./enqueue-announcements";
import { enqueueReminders } from "./enqueue-reminders";
import { enqueueSurveyInvitations } from "./enqueue-survey-invitations";

type TimedTask = (signal?: AbortSignal) => Promise<number>;

/**
 * What the clock sets off, by the name under which the cron route offers it. Each runs in one
 * process at a time, returns how much it did, and does nothing twice; called while it runs
 * elsewhere it returns 0 at once. The signal ends it after a batch.
 */
export const timedTasks: ReadonlyMap<string, TimedTask> = new Map<string, TimedTask>([
  [
    "announcements",
    (signal) => runWithLease("announcements", enqueueAnnouncements, { signal, isDue: areAnnouncementsDue() }),
  ],
  ["reminders", (signal) => runWithLease("reminders", enqueueReminders, { signal })],
  ["surveys", (signal) => runWithLease("surveys", enqueueSurveyInvitations, { signal })],
  ["complete-events", (signal) => runWithLease("complete-events", completeEvents, { signal })],
  ["unconfirmed-seats", (signal) => runWithLease("unconfirmed-seats", releaseUnconfirmed, { signal })],
  ["archive", (signal) => runWithLease("archive", keepAsLongAsSaid, { signal })],
]);

import { recallSeconds } from "./input";

/** `waiting`: leaves within seconds. `scheduled`: waits for a time that the organizer chose. `sent`: its messages are written. */
export type AnnouncementState = "waiting" | "scheduled" | "recalled" | "sent";

type Times = { sendAt: Date; enqueuedAt: Date | null; recalledAt: Date | null };

/** Where an announcement stands. */
export function announcementStateOf({ sendAt, enqueuedAt, recalledAt }: Times, at: Date): AnnouncementState {
  if (recalledAt) return "recalled";
  if (enqueuedAt) return "sent";
  return sendAt.getTime() - at.getTime() <= recallSeconds * 1000 ? "waiting" : "scheduled";
}

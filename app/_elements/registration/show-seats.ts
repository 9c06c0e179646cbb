import { seatWords } from "@/app/(attendee)/events/[slug]/seat-words";
import { fillIn } from "../fill-template";
import type { EventNow } from "./event-now";

/** Brings what the page says of seats and of the waitlist up to date. */
export function showSeats(root: ParentNode, { event }: EventNow): void {
  const { capacity, seatsTaken, waitlistCount } = event;
  fillIn(root, {
    waitlistPlace: waitlistCount + 1,
    ...(capacity !== null && { seats: seatWords(seatsTaken, capacity) }),
  });
  if (!capacity) return;
  for (const bar of root.querySelectorAll<HTMLElement>("[data-seat-bar]")) {
    bar.style.width = `${Math.min(seatsTaken / capacity, 1) * 100}%`;
    bar.toggleAttribute("data-full", seatsTaken >= capacity);
  }
}

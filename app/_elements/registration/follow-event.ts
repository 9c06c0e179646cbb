import { type EventNow, eventNowOf, type FollowedEvent } from "./event-now";
import { keepAsking } from "./keep-asking";
import { serverTime } from "./server-time";

const everyMs = 8_000;
// What nobody waits for in a hurry: another opening, a cancellation.
const seldomMs = 30_000;
// Hundreds of open pages don't ask in the same moment; nobody loses by it, since seats go by the
// order of registering.
const spreadMs = 1_500;

/**
 * Asks for the event from time to time while the page is looked at, and when a countdown within
 * `root` ends. Returns how to stop.
 */
export function followEvent(root: HTMLElement, drawn: EventNow, show: (event: FollowedEvent) => void): () => void {
  const pauseMs = pauseOf(drawn);
  let stopAsking = () => {};
  if (pauseMs !== null) {
    stopAsking = keepAsking(root.dataset.eventId ?? "", pauseMs, (event) => {
      show(event);
      return pauseOf(eventNowOf(event, new Date(serverTime())));
    });
  }
  const askAtOpening = () => {
    stopAsking();
    // What is shown then takes the countdown away; should it not, we look again, and later each
    // time.
    let againMs = 5_000;
    stopAsking = keepAsking(root.dataset.eventId ?? "", Math.random() * spreadMs, (event) => {
      show(event);
      againMs = hasOpened(event) ? everyMs : againMs * 2;
      return againMs;
    });
  };
  root.addEventListener("opening", askAtOpening);
  return () => {
    stopAsking();
    root.removeEventListener("opening", askAtOpening);
  };
}

/** How long to wait before asking again; null where nothing more can happen to whoever looks on. */
function pauseOf({ state, event }: EventNow): number | null {
  if (state === "not_open") return seldomMs;
  if (state !== "open" && state !== "waitlist" && state !== "full") return null;
  return event.capacity === null ? seldomMs : everyMs;
}

function hasOpened({ registrationOpensAt }: FollowedEvent): boolean {
  return registrationOpensAt === null || registrationOpensAt.getTime() <= serverTime();
}

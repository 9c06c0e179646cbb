import { type FollowedEvent, parseEvent } from "./event-now";

/** Gets the event as it is now, and says after how many milliseconds to ask again; null for no more. */
export type Ask = (event: FollowedEvent) => number | null;

const firstPauseMs = 1_000;
const longestPauseMs = 15_000;

/**
 * Asks for the event after `inMs`, and then as `ask` says. While the server is away or too busy it
 * waits twice as long each time, or as long as the server says; while the page is out of sight it
 * asks nothing. Returns how to stop.
 */
export function keepAsking(eventId: string, inMs: number, ask: Ask): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let pauseMs = firstPauseMs;
  let timer = setTimeout(next, inMs);
  return () => {
    controller.abort();
    clearTimeout(timer);
  };

  async function next(): Promise<void> {
    if (document.hidden) {
      document.addEventListener("visibilitychange", next, { once: true, signal });
      return;
    }
    const againMs = await look().catch(() => backOff(null));
    // A quarter more or less, so that pages opened together drift apart.
    if (againMs !== null && !signal.aborted) timer = setTimeout(next, againMs * (0.75 + Math.random() / 2));
  }

  async function look(): Promise<number | null> {
    // Without the session: the answer is then one for everybody, which the server has at hand.
    const answer = await fetch(`/api/events/${eventId}`, { signal, cache: "no-store", credentials: "omit" });
    if (!answer.ok) return answer.status >= 500 || answer.status === 429 ? backOff(answer) : null;
    pauseMs = firstPauseMs;
    return ask(parseEvent(await answer.json()));
  }

  function backOff(answer: Response | null): number {
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    return Math.max(pauseMs, Number(answer?.headers.get("retry-after") ?? 0) * 1000);
  }
}

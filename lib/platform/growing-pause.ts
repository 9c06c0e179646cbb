export type GrowingPause = {
  /**
   * Begins a pause twice as long as the last one and returns its length; null while one is under
   * way.
   */
  begin: () => number | null;
  /** How long the pause still lasts. */
  leftMs: () => number;
  /**
   * All is well again: the next pause is as short as the first. One under way lasts all the same.
   */
  reset: () => void;
};

/**
 * Pauses that double until something goes well. Calls that were under way together begin one pause.
 */
export function createGrowingPause(firstMs: number, longestMs: number): GrowingPause {
  let lengthMs = 0;
  let untilMs = 0;
  const leftMs = () => Math.max(0, untilMs - performance.now());
  return {
    begin: () => {
      if (leftMs() > 0) return null;
      lengthMs = Math.min(Math.max(firstMs, lengthMs * 2), longestMs);
      untilMs = performance.now() + lengthMs;
      return lengthMs;
    },
    leftMs,
    reset: () => {
      lengthMs = 0;
    },
  };
}

export type SendCounter = {
  /** Counts one mail of this second; false, and not counted, when as many as the rate allows have come within the last second. */
  takeOne: (ratePerSecond: number) => boolean;
};

/** Counts the mails of the last second, as SES does to tell who is too fast. */
export function createSendCounter(): SendCounter {
  const taken: number[] = [];
  return {
    takeOne: (ratePerSecond) => {
      const atMs = performance.now();
      while ((taken[0] ?? atMs) <= atMs - 1_000) taken.shift();
      if (taken.length >= Math.max(1, ratePerSecond)) return false;
      taken.push(atMs);
      return true;
    },
  };
}

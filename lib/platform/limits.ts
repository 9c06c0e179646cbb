/** Every limit of the product: how many calls each key has in a window of so many seconds. */
export const limits = {
  read: { calls: 600, windowSeconds: 60 },
  write: { calls: 120, windowSeconds: 60 },
  register: { calls: 60, windowSeconds: 60 },
  /**
   * Pages that are drawn because of a request: an office of 500 behind one address opens fewer, and
   * a machine draws more.
   */
  draw: { calls: 3_000, windowSeconds: 60 },
  checkin: { calls: 1200, windowSeconds: 60 },
  signIn: { calls: 20, windowSeconds: 300 },
  /** Counted by the address written to, however many computers ask. */
  signInAddress: { calls: 5, windowSeconds: 600 },
  registerAddress: { calls: 10, windowSeconds: 600 },
  /** Counted by the event, whoever asks: more than any rush of people brings, and less than a flood that would keep them out. */
  registerEvent: { calls: 20_000, windowSeconds: 10 },
} as const;

export type LimitName = keyof typeof limits;
export type Limit = { name: LimitName; calls: number; windowSeconds: number };
export type LimitState = { isAllowed: boolean; limit: number; remaining: number; resetSeconds: number };

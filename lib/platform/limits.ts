type Calls = { calls: number; windowSeconds: number };

/**
 * How many calls a key has in a window of so many seconds. A person, a phone at the door or an
 * addressee has `calls`; a network has its own where strangers call; `everybody` is all together.
 */
type LimitSettings = Calls & { network?: Calls; everybody?: Calls };

/**
 * The limits of the product. Those of a network bear an office of 500 behind one address, each of
 * whom comes within the same minute; docs/operators.md says what each is for.
 */
const office = {
  read: { calls: 600, windowSeconds: 60, network: { calls: 6_000, windowSeconds: 60 } },
  write: { calls: 120, windowSeconds: 60, network: { calls: 1_500, windowSeconds: 60 } },
  /** A stranger's guests count as much as the stranger. */
  register: { calls: 60, windowSeconds: 60, network: { calls: 1_500, windowSeconds: 60 } },
  /** Guests whom strangers of one network bring to one event. */
  registerGuests: { calls: 100, windowSeconds: 600 },
  /**
   * Places that strangers of one network ask for at an event that has addresses confirmed; see
   * below.
   */
  registerUnconfirmed: { calls: 20, windowSeconds: 600 },
  /**
   * Pages that are drawn because of a request: an office signs in and registers without scripts.
   */
  draw: { calls: 6_000, windowSeconds: 60 },
  /** Documents of everything about a person. */
  export: { calls: 20, windowSeconds: 3_600, network: { calls: 600, windowSeconds: 3_600 } },
  checkin: { calls: 1_200, windowSeconds: 60 },
  /** Asking for a code, and typing it. Who guesses is slowed by the account. */
  signIn: { calls: 20, windowSeconds: 300, network: { calls: 3_000, windowSeconds: 300 } },
  /** Phones that come to a door by its link. */
  joinDoor: { calls: 20, windowSeconds: 300, network: { calls: 600, windowSeconds: 300 } },
  /** Codes by mail, counted by the address written to and the network that asks. */
  signInAddress: { calls: 5, windowSeconds: 600 },
  /** The same by the address alone, however many networks ask. */
  signInMailbox: { calls: 12, windowSeconds: 600 },
  registerAddress: { calls: 10, windowSeconds: 600 },
  /**
   * Counted by the event, whoever asks: more than any rush of people brings, and less than a flood
   * that would keep them out.
   */
  registerEvent: { calls: 20_000, windowSeconds: 10 },
} satisfies Record<string, LimitSettings>;

export type LimitName = keyof typeof office;

const strictRegister = {
  calls: 5,
  windowSeconds: 900,
  network: { calls: 10, windowSeconds: 900 },
  everybody: { calls: 100, windowSeconds: 900 },
};

/**
 * Each profile of RATE_LIMIT_PROFILE. `strict` is for a site whose people come each from elsewhere.
 */
const profiles: Record<"office" | "strict", Record<LimitName, LimitSettings>> = {
  office,
  strict: { ...office, register: strictRegister },
};

export type LimitProfile = keyof typeof profiles;
export type Limit = Calls & { name: LimitName };
export type LimitState = { isAllowed: boolean; limit: number; remaining: number; resetSeconds: number };

/**
 * How many places at an event of that capacity strangers of one network may ask for in the window
 * of `registerUnconfirmed`: a quarter.
 */
export function unconfirmedShareOf(capacity: number): number {
  return Math.max(office.registerUnconfirmed.calls, Math.ceil(capacity / 4));
}

/** The key under which a limit counts all callers together. */
export const everybodyKey = "everybody";

/** The limit as it holds for this key, which is a network's where it begins with `ip:`. */
export function limitFor(profile: LimitProfile, name: LimitName, key: string): Limit {
  const settings = profiles[profile][name];
  const network = key.startsWith("ip:") ? settings.network : undefined;
  const everybody = key === everybodyKey ? settings.everybody : undefined;
  const { calls, windowSeconds } = network ?? everybody ?? settings;
  return { name, calls, windowSeconds };
}

/** Whether this limit counts everybody together too. */
export function countsEverybody(profile: LimitProfile, name: LimitName): boolean {
  return profiles[profile][name].everybody !== undefined;
}

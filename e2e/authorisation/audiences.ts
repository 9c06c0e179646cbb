import type { CallerName } from "./callers";
import type { Outcome } from "./outcome";

type Expected = Record<CallerName, Outcome>;

const all = (outcome: Outcome): Expected => ({
  anonymous: outcome,
  attendee: outcome,
  phone: outcome,
  staff: outcome,
  otherOrganizer: outcome,
  owner: outcome,
  admin: outcome,
});

const strangersSignIn = { anonymous: "sign in", phone: "sign in" } as const;

/** Who may, and what the others are told: the whole of the rules, one line each. */
export const audiences = {
  everybody: all("in"),
  nobody: all("not found"),
  /** Programs that know a secret of the installation. */
  programs: all("sign in"),
  /** What is not set up here. */
  unset: all("refused: 503"),
  /** Any signed-in person. */
  people: { ...all("in"), ...strangersSignIn },
  /** Any signed-in person, who has nothing of that kind here. */
  peopleInVain: { ...all("not found"), ...strangersSignIn },
  /** Any signed-in person, and a phone at a door. */
  peopleAndPhones: { ...all("in"), anonymous: "sign in" },
  /** Whoever may create events. */
  authors: { ...all("in"), ...strangersSignIn, attendee: "forbidden", staff: "forbidden" },
  /** The same, where others are not to know that it exists. */
  authorsOnly: { ...all("in"), ...strangersSignIn, attendee: "not found", staff: "not found" },
  /** Owner and organizers of the event, and administrators. */
  team: {
    ...strangersSignIn,
    attendee: "not found",
    staff: "not found",
    otherOrganizer: "not found",
    owner: "in",
    admin: "in",
  },
  /** Everybody with a part in the event, door staff too. */
  members: { ...all("not found"), staff: "in", owner: "in", admin: "in" },
  /** Who works at the event's door. */
  door: { ...all("in"), anonymous: "sign in", attendee: "not found", otherOrganizer: "not found" },
  /** Administrators; others are not to know that it exists. */
  administrators: { ...all("not found"), ...strangersSignIn, admin: "in" },
  administratorsOnly: { ...all("not found"), admin: "in" },
  /** The one person whose registration it is: here the attendee. */
  oneself: { ...all("not found"), ...strangersSignIn, attendee: "in" },
  /** The person whose registration it is, and the event's team. */
  oneselfOrTeam: { ...all("not found"), ...strangersSignIn, attendee: "in", owner: "in", admin: "in" },
  /** Attendees who were there; others are told that they were not. */
  visitors: { ...all("forbidden"), ...strangersSignIn, attendee: "in" },
} satisfies Record<string, Expected>;

export type Audience = keyof typeof audiences;

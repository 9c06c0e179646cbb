import type { Audience } from "./audiences";
import type { CallerName } from "./callers";
import type { Kind, Place, World } from "./world";

export type Fields = Record<string, unknown>;

/** What a call is made of: the event in question, and the stage around it. */
export type At = { place: Place; world: World; callerName: CallerName };

/**
 * Who may make a call, and the call itself, which must be one that whoever may make it succeeds
 * with. `fresh`: each caller gets an event of their own, since the call can be made once.
 */
export type Row = {
  audience: Audience;
  /** Where it goes; for an action the page that has its form. */
  path: (at: At) => string;
  /** The JSON of the API, or the fields of a form. */
  body?: (at: At) => Fields | Promise<Fields>;
  headers?: () => Record<string, string>;
  /** True for a call that ends a session of its caller, or begins another one in its place. */
  endsSession?: true;
  /**
   * The code of a refusal that only they get who were let in, where the call can't succeed here.
   */
  inMeans?: string;
  fresh?: Kind;
  /** It ends other sessions of its caller, so each is somebody new, whom no other test needs. */
  asNewcomer?: true;
};

/** A row whose path is always the same. */
export const at = (audience: Audience, path: string): Row => ({ audience, path: () => path });

/** A row of a path below the event. */
export const ofEvent = (audience: Audience, base: string, rest = "", more: Partial<Row> = {}): Row => ({
  audience,
  path: ({ place }) => `${base}/${place.id}${rest}`,
  ...more,
});

/** A row that names the event in its query. */
export const about = (audience: Audience, path: string): Row => ({
  audience,
  path: ({ place }) => `${path}${path.includes("?") ? "&" : "?"}eventId=${place.id}`,
});

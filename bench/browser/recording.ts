/** Who looks: with an account or without, with scripts or without. */
export type Who = "stranger" | "signedIn" | "strangerWithoutScripts" | "signedInWithoutScripts";

/** What somebody does, from the press of a link or a button until the network is quiet again. */
export type What =
  | "list"
  | "listReload"
  | "listFromNewsletter"
  | "search"
  | "eventFromList"
  | "backToList"
  | "event"
  | "eventReload"
  | "eventFromNewsletter"
  | "live"
  | "registration"
  | "ticket"
  | "ticketReload"
  | "ticketFromMail"
  | "registrations"
  | "registrationsReload";

export type Kind = "page" | "form" | "data" | "asset";

/**
 * One request as Chromium sent it, and what came back. In target, headers and body stand places for
 * what differs from person to person.
 */
export type Step = {
  kind: Kind;
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: string | null;
  /** Milliseconds after what caused it. */
  afterMs: number;
  status: number;
  contentType: string;
  /** The title of the page that came back. */
  title: string | null;
  /** What came back held the name or the address of whoever asked. */
  namesPerson: boolean;
};

export type Recording = Record<Who, Partial<Record<What, Step[]>>>;

/** The steps without what a browser has in its cache after a first visit. */
export function withoutAssets(steps: readonly Step[] = []): Step[] {
  return steps.filter(({ kind }) => kind !== "asset");
}

/** Only the page itself. */
export function pageOf(steps: readonly Step[] = []): Step[] {
  return steps.filter(({ kind }) => kind === "page").slice(0, 1);
}

/** The same steps by somebody who has never been there: nothing is asked whether it has changed. */
export function asFirstVisit(steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, headers: step.headers.filter(([name]) => name !== "if-none-match") }));
}

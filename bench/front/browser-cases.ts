import type { Sql } from "postgres";
import { driveSteps, type ReplayLoad } from "../browser/drive-steps";
import type { Account } from "../browser/mint-people";
import {
  asFirstVisit,
  pageOf,
  type Recording,
  type Step,
  type What,
  type Who,
  withoutAssets,
} from "../browser/recording";
import {
  type EventPlace,
  eventsNeeded,
  placeOf,
  registeringValues,
  valuesOfAccount,
  valuesOfStranger,
} from "../browser/values-of";
import { makeEvents } from "../registrations/database";
import { type Case, caseOf } from "./measured";

export type Site = { url: string; pid: number };

export type BrowserStage = {
  front: Site;
  bare: Site;
  recording: Recording;
  accounts: readonly Account[];
  /** The event whose pages are looked at. */
  event: EventPlace;
  sql: Sql;
  connections: number;
  seconds: number;
};

export type BrowserCases = ReturnType<typeof browserCasesOf>;

/**
 * What browsers ask, each as one case: the pages alone, then whole registrations with all that a
 * browser sends for them.
 */
export function browserCasesOf(stage: BrowserStage) {
  const { front, bare, recording, accounts, event, connections, seconds } = stage;

  /** The page of what somebody does, over and over; each connection is one person. */
  function page(name: string, who: Who, what: What): Case<ReplayLoad> {
    return replay(name, front, pageOf(recording[who][what]), who, what.endsWith("Reload"));
  }

  function replay(name: string, site: Site, steps: Step[], who: Who, strict = true): Case<ReplayLoad> {
    const valuesAt = (nth: number, connection: number) => {
      const account = accounts[connection % accounts.length];
      if (account && who.startsWith("signedIn")) return valuesOfAccount(account, event, nth);
      return valuesOfStranger(account?.ticket, event, nth);
    };
    const load = { url: site.url, steps, valuesOf: valuesAt, connections, seconds, strict };
    return caseOf(name, site.pid, () => driveSteps(load));
  }

  const asked = (what: What, who: Who) => withoutAssets(recording[who][what]);
  const bareSteps = pageOf(recording.stranger.list).map((step) => ({ ...step, target: "/", status: 200 }));
  return {
    bareNull: replay("node:http that does nothing", bare, bareSteps, "stranger"),
    list: page("list: stranger", "stranger", "list"),
    listSignedIn: page("list: signed in", "signedIn", "list"),
    listNewsletter: page("list: newsletter link", "stranger", "listFromNewsletter"),
    listNewsletterSignedIn: page("list: newsletter link, signed in", "signedIn", "listFromNewsletter"),
    listReload: page("list: reload, 304", "stranger", "listReload"),
    listReloadSignedIn: page("list: reload, signed in", "signedIn", "listReload"),
    event: page("event: stranger", "stranger", "event"),
    eventSignedIn: page("event: signed in", "signedIn", "event"),
    eventNewsletter: page("event: newsletter link", "stranger", "eventFromNewsletter"),
    eventNewsletterSignedIn: page("event: newsletter link, signed in", "signedIn", "eventFromNewsletter"),
    eventReload: page("event: reload, 304", "stranger", "eventReload"),
    eventReloadSignedIn: page("event: reload, signed in", "signedIn", "eventReload"),
    eventWhole: replay(
      "event and what its script asks: stranger",
      front,
      asked("event", "stranger"),
      "stranger",
      false,
    ),
    eventWholeSignedIn: replay(
      "event and what its script asks: signed in",
      front,
      asked("event", "signedIn"),
      "signedIn",
      false,
    ),
    search: page("search: stranger", "stranger", "search"),
    searchSignedIn: page("search: signed in", "signedIn", "search"),
    registrations: page("my registrations", "signedIn", "registrations"),
    registrationsReload: page("my registrations: reload", "signedIn", "registrationsReload"),
    ticket: page("ticket: stranger", "stranger", "ticket"),
    ticketSignedIn: page("ticket: signed in", "signedIn", "ticket"),
    ticketMail: page("ticket: link with utm_source", "stranger", "ticketFromMail"),
    ticketReload: page("ticket: reload", "stranger", "ticketReload"),
    register: registration("registration: stranger", "stranger"),
    registerSignedIn: registration("registration: signed in", "signedIn"),
    registerPlain: registration("registration: stranger, no script", "strangerWithoutScripts"),
    registerPlainSignedIn: registration("registration: signed in, no script", "signedInWithoutScripts"),
  };

  /**
   * Page, form and what follows. Whoever is signed in registers for one event after the other,
   * strangers for one under new addresses.
   */
  function registration(name: string, who: Who): Case<ReplayLoad> {
    const steps = asFirstVisit(withoutAssets(recording[who].registration));
    const count = who.startsWith("stranger") ? 1 : eventsNeeded(accounts.length, seconds);
    return caseOf(name, front.pid, async () => {
      const ids = await makeEvents(stage.sql, { count, capacity: 1_000_000 });
      const valuesAt = registeringValues(accounts, ids.map(placeOf), who);
      const load = await driveSteps({ url: front.url, steps, valuesOf: valuesAt, connections, seconds });
      const [row] = await stage.sql`select count(*)::int as stored from registrations where event_id = any(${ids})`;
      const missing = Math.max(0, load.wanted - row?.stored);
      return { ...load, wanted: load.wanted - missing, others: load.others + missing };
    });
  }
}

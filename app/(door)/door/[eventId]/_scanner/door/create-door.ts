import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { judgeText } from "../judge/judge-text";
import { letsIn, type Outcome } from "../judge/outcome";
import { verifySignature } from "../judge/verify-signature";
import { deliver } from "../queue/deliver";
import { createOutbox, type Settled } from "../queue/outbox";
import { createSync } from "../queue/sync";
import type { Waiting } from "../queue/waiting";
import { countPeople } from "../roster/count-people";
import { createCarefulStore } from "../store/careful-store";
import type { DoorStore } from "../store/door-store";
import type { LogEntry } from "../store/log-entry";
import { answerLog, withEntries } from "./answer-log";
import { type DoorState, unopened } from "./door-state";
import { createKeptList } from "./kept-list";
import { createListeners } from "./listeners";
import { rememberKept, wasKept } from "./remember-kept";
import { replayWaiting } from "./replay-waiting";
import { settleAnswers } from "./settle-answers";

export type WalkIn = { name: string; email: string; department?: string };
export type Post = { gate: string; by: string | null };

type Options = { eventId: string; store: DoorStore; isWatched: () => boolean };

/** The door of one event on this phone: judges at once by its own list, keeps what was done, and settles it with the server. */
export function createDoor({ eventId, store: unsafeStore, isWatched }: Options) {
  let state: DoorState = unopened;
  let post: Post = { gate: "", by: null };
  let log: LogEntry[] = [];
  let lastInLine: Promise<unknown> = Promise.resolve();
  const changes = createListeners();
  const corrections = createListeners<[shown: Outcome, corrected: Outcome]>();

  const store = createCarefulStore(unsafeStore, (unkept) => change({ unkept }));
  const list = createKeptList(eventId, store);
  const outbox = createOutbox({ deliver: (batch, rest) => deliver(eventId, batch, rest), onSettled });
  const sync = createSync({
    sendNext: outbox.sendNext,
    refresh: async () => {
      const sending = await list.refresh();
      if (list.isOver()) await drop("over");
      else change(sending === "reached" ? { phase: "open", wasEvicted: false } : {});
      return sending;
    },
    onReach: (reach) => {
      if (!reach.isReachable) outbox.markOffline();
      change({ reach });
      if (reach.lockOut) void drop("dropped");
    },
    idleMs: () => (isWatched() ? 10_000 : 5_000),
  });

  function change(news: Partial<DoorState>): void {
    const facts = list.facts();
    const waiting = outbox.waiting();
    const counts = countPeople(list.roster.all());
    const unlisted = list.strangers.size + waiting.filter(({ kind }) => kind === "walk_in").length;
    state = {
      ...state,
      title: facts?.event.title ?? state.title,
      canOverride: facts?.event.canOverride ?? false,
      counts: { ...counts, checkedIn: counts.checkedIn + unlisted },
      size: list.roster.size(),
      listAsOf: facts?.asOf ?? null,
      waiting: waiting.length,
      log,
      ...news,
    };
    changes.tell();
  }

  async function drop(phase: "dropped" | "over"): Promise<void> {
    rememberKept(eventId, false);
    log = [];
    await list.drop();
    change({ phase });
  }

  async function onSettled(settled: Settled[]): Promise<void> {
    const people = settleAnswers(settled, list, outbox.waiting());
    const answered = answerLog(settled, log);
    log = withEntries(log, answered.entries);
    const ids = settled.map(({ item }) => item.id);
    await store.settle(ids, answered.entries, people);
    change({});
    for (const { shown, corrected } of answered.corrections) corrections.tell(shown, corrected);
  }

  /** One after the other: two tickets in view must not both be judged before either is marked. */
  function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = lastInLine.then(work);
    lastInLine = result.catch(() => {});
    return result;
  }

  /** First to the disk, then on its way: what is sent must not come back to the disk afterwards. */
  async function keep(item: Waiting, entries: LogEntry[]): Promise<void> {
    await store.keepWaiting(item, entries);
    outbox.add(item);
    change({});
    sync.send();
  }

  const here = () => ({ at: new Date(list.serverMs()).toISOString(), gate: post.gate || null, by: post.by });
  const stamp = () => ({
    ...(post.gate && { gate: post.gate }),
    isOffline: !state.reach.isReachable,
    scannedAt: now().toISOString(),
  });

  return {
    state: () => state,
    listen: changes.add,
    listenToCorrections: corrections.add,
    roster: list.roster,
    setPost(next: Post): void {
      post = next;
    },
    /** Reads what this phone kept, and begins to talk to the server; whatever else is asked of the door waits for this. */
    open: (): Promise<void> =>
      inLine(async () => {
        const kept = await store.load();
        list.restore(kept.facts, kept.people);
        log = kept.log;
        replayWaiting(kept.waiting, list);
        for (const item of kept.waiting) outbox.add(item);
        outbox.markOffline();
        change({ phase: "open", wasEvicted: kept.facts === null && wasKept(eventId) });
        if (list.isOver()) await drop("over");
        sync.send();
      }),
    /** Judges a text and keeps the scan; resolves when it is on the disk, or the browser has refused to keep it. */
    scan: (ticket: string, overrideReason?: string): Promise<Outcome> =>
      inLine(async () => {
        const judged = await judgeText(ticket, { ...list, eventId, facts: list.facts(), verify: verifySignature });
        const verdict = overrideReason ? "admitted" : judged.verdict;
        const outcome: Outcome = { ...judged, verdict, scanId: newId(), ...(overrideReason && { overrideReason }) };
        const { scanId, registrationId, ticketId } = outcome;
        const admission = here();
        if (letsIn(verdict) && registrationId) list.roster.mark(registrationId, admission);
        else if (letsIn(verdict) && ticketId) list.strangers.set(ticketId, admission);
        const about = { ...(registrationId && { registrationId }), ...(ticketId && { ticketId }) };
        const why = overrideReason ? { overrideReason } : {};
        const entry = { id: scanId, at: admission.at, outcome };
        log = [entry, ...log];
        await keep({ kind: "scan", id: scanId, ticket, ...stamp(), ...about, ...why, shown: verdict }, [entry]);
        return outcome;
      }),
    /** Adds somebody who has no ticket; provisional until the server has found them a seat. */
    addWalkIn: ({ name, email, department }: WalkIn): Promise<Outcome> =>
      inLine(async () => {
        const [scanId, more] = [newId(), department ? { department } : {}];
        const outcome: Outcome = { scanId, verdict: "provisional", isWalkIn: true, name, ...more };
        const entry = { id: scanId, at: here().at, outcome };
        log = [entry, ...log];
        await keep({ kind: "walk_in", id: newId(), scanId, name, email, ...more, ...stamp() }, [entry]);
        return outcome;
      }),
    /** Takes an admission back, now or once its scan was answered. */
    undo: (about: { registrationId?: string; scanId?: string; ticketId?: string }): Promise<void> =>
      inLine(async () => {
        const { scanId, ticketId } = about;
        // Whom a ticket off the list belongs to may have come to light since it was shown.
        const registrationId = about.registrationId ?? log.find(({ id }) => id === scanId)?.outcome.registrationId;
        if (registrationId) list.roster.mark(registrationId, null);
        if (ticketId) list.strangers.delete(ticketId);
        const undone = log
          .filter(({ id, outcome }) => isAbout(id, outcome, { scanId, registrationId }))
          .map((entry) => ({ ...entry, isUndone: true as const }));
        log = withEntries(log, undone);
        await keep(
          { kind: "undo", id: newId(), scanId, registrationId, ticketId, undoneAt: now().toISOString() },
          undone,
        );
      }),
    refreshNow: (): void => void inLine(async () => sync.refreshNow()),
    retry: sync.retry,
    /** Forgets the list when its time is over. */
    async tidy(): Promise<void> {
      if (list.isOver() && state.phase !== "over") await drop("over");
    },
  };
}

function isAbout(id: string, outcome: Outcome, about: { registrationId?: string; scanId?: string }): boolean {
  if (!letsIn(outcome.verdict)) return false;
  return id === about.scanId || (about.registrationId !== undefined && outcome.registrationId === about.registrationId);
}

export type Door = ReturnType<typeof createDoor>;

import { now } from "@/lib/platform/clock";
import type { Sending } from "../queue/outbox";
import { type Fetched, fetchRosterPage } from "../roster/fetch-roster";
import type { Admission, RosterFacts } from "../roster/person";
import { createRoster } from "../roster/roster";
import type { CarefulStore } from "../store/careful-store";
import { rememberKept } from "./remember-kept";

/** The guest list of one event on this phone: in memory, on the disk, and brought up to date a page at a time. */
export function createKeptList(eventId: string, store: CarefulStore) {
  const roster = createRoster();
  const strangers = new Map<string, Admission>();
  let facts: RosterFacts | null = null;
  let isOver = false;
  let run: { cursor: string; startedAt: string } | null = null;

  async function take({ page, clockOffsetMs }: Extract<Fetched, { kind: "page" }>): Promise<void> {
    const startedAt = run?.startedAt ?? page.asOf;
    run = page.nextCursor === null ? null : { cursor: page.nextCursor, startedAt };
    roster.merge(page.items);
    for (const { ticketId } of page.items) strangers.delete(ticketId);
    facts = {
      eventId,
      clockOffsetMs,
      event: { title: page.event.title, canOverride: page.event.canOverride },
      asOf: run ? (facts?.asOf ?? null) : startedAt,
      ticketKeys: page.ticketKeys,
      revoked: {
        ...facts?.revoked,
        ...Object.fromEntries(page.revoked.map(({ ticketId, registrationId }) => [ticketId, registrationId])),
      },
      // Told once, at the beginning of a whole list.
      otherEvents: page.otherEvents.length > 0 ? page.otherEvents : (facts?.otherEvents ?? []),
      keepUntil: page.keepUntil,
    };
    if (await store.keepRoster(facts, page.items)) rememberKept(eventId, true);
  }

  return {
    roster,
    strangers,
    facts: () => facts,
    restore(kept: RosterFacts | null, people: Parameters<typeof roster.merge>[0]): void {
      facts = kept;
      roster.merge(people);
    },
    /** Fetches one page of what changed. */
    async refresh(): Promise<Sending> {
      if (isOver) return "reached";
      const fetched = await fetchRosterPage(eventId, facts?.asOf ?? null, run?.cursor ?? null);
      if (fetched.kind === "locked_out") return { lockOut: fetched.reason };
      if (fetched.kind === "unreachable") return "unreachable";
      isOver = Date.parse(fetched.page.serverTime) >= Date.parse(fetched.page.keepUntil);
      if (isOver) return "reached";
      await take(fetched);
      return run ? "more" : "reached";
    },
    /** The server's time now, in milliseconds, as far as this phone can tell. */
    serverMs: (): number => now().getTime() + (facts?.clockOffsetMs ?? 0),
    /** True once the time is over for which this phone may keep the list. */
    isOver(): boolean {
      isOver ||= facts !== null && now().getTime() + facts.clockOffsetMs >= Date.parse(facts.keepUntil);
      return isOver;
    },
    async drop(): Promise<void> {
      strangers.clear();
      facts = null;
      run = null;
      roster.clear();
      await store.dropRoster();
    },
  };
}

export type KeptList = ReturnType<typeof createKeptList>;

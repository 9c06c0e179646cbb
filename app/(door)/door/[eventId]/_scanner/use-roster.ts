"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { createRoster, type Person } from "./roster";

export type DoorCounts = { registered: number; checkedIn: number };
type RosterPage = { items: Person[]; nextCursor: string | null; asOf: string; counts: DoorCounts };

const refreshMs = 4_000;

/** The guest list on this phone: fetched once, then kept fresh every few seconds while the page is in view. */
export function useRoster(eventId: string, initialCounts: DoorCounts) {
  const roster = useRef(createRoster());
  const since = useRef<string | null>(null);
  const [counts, setCounts] = useState(initialCounts);
  const [size, setSize] = useState<number | null>(null);
  const [isFresh, setIsFresh] = useState(true);

  const refresh = useCallback(async () => {
    try {
      const fetched = await fetchChanges(eventId, since.current, (page) => roster.current.merge(page.items));
      since.current = fetched.asOf;
      setCounts(fetched.counts);
      setSize(roster.current.size());
      setIsFresh(true);
    } catch {
      setIsFresh(false);
    }
  }, [eventId]);

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    async function refreshOn(): Promise<void> {
      if (!document.hidden) await refresh();
      if (!isOver) timer = setTimeout(refreshOn, refreshMs);
    }
    void refreshOn();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [refresh]);

  const countIn = useCallback(
    (by: 1 | -1) => setCounts((before) => ({ ...before, checkedIn: Math.max(0, before.checkedIn + by) })),
    [],
  );
  return { roster: roster.current, counts, size, isFresh, countIn };
}

/** Hands over every page of what changed, and returns what the first of them said. */
async function fetchChanges(eventId: string, since: string | null, take: (page: RosterPage) => void) {
  let first: RosterPage | undefined;
  for (let cursor: string | null = null; ; ) {
    const query = new URLSearchParams({ eventId, limit: "1000" });
    if (since) query.set("since", since);
    if (cursor) query.set("cursor", cursor);
    const answer = await fetch(`/api/checkin/roster?${query}`, { signal: AbortSignal.timeout(8_000) });
    if (!answer.ok) throw new Error(`the roster answered ${answer.status}`);
    const page: RosterPage = await answer.json();
    take(page);
    first ??= page;
    if (page.nextCursor === null) return first;
    cursor = page.nextCursor;
  }
}

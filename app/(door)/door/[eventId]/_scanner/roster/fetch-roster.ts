import type { LockOut } from "../queue/answer";
import { failureOf } from "../queue/failure-of";
import type { Person, TicketKey } from "./person";

/** A page of GET /api/checkin/roster. */
export type RosterPage = {
  items: Person[];
  nextCursor: string | null;
  asOf: string;
  serverTime: string;
  keepUntil: string;
  ticketKeys: TicketKey[];
  revoked: { ticketId: string; registrationId: string }[];
  event: { title: string; canOverride: boolean };
  otherEvents: { id: string; title: string }[];
};

export type Fetched =
  | { kind: "page"; page: RosterPage; clockOffsetMs: number }
  | { kind: "unreachable" }
  | { kind: "locked_out"; reason: LockOut };

/** One page of what changed since the given instant; everybody without one. */
export async function fetchRosterPage(eventId: string, since: string | null, cursor: string | null): Promise<Fetched> {
  const query = new URLSearchParams({ eventId, limit: "1000" });
  if (since) query.set("since", since);
  if (cursor) query.set("cursor", cursor);
  const askedMs = Date.now();
  try {
    const answer = await fetch(`/api/checkin/roster?${query}`, {
      cache: "no-store",
      signal: AbortSignal.timeout(8_000),
    });
    if (!answer.ok) {
      const failure = failureOf(answer);
      return failure.kind === "locked_out" ? failure : { kind: "unreachable" };
    }
    const page: RosterPage = await answer.json();
    // The server wrote its time about half way between asking and hearing.
    const clockOffsetMs = Date.parse(page.serverTime) - (askedMs + Date.now()) / 2;
    return { kind: "page", page, clockOffsetMs: Math.round(clockOffsetMs) };
  } catch {
    return { kind: "unreachable" };
  }
}

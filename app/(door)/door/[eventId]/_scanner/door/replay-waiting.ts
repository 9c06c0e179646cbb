import { letsIn } from "../judge/outcome";
import type { Waiting } from "../queue/waiting";
import type { KeptList } from "./kept-list";

/** Marks on the list what this phone did before it was reopened and the server has not answered yet, in order. */
export function replayWaiting(waiting: readonly Waiting[], { roster, strangers, facts }: KeptList): void {
  for (const item of waiting) {
    if (item.kind === "undo") {
      if (item.registrationId) roster.mark(item.registrationId, null);
      if (item.ticketId) strangers.delete(item.ticketId);
    }
    if (item.kind !== "scan" || !letsIn(item.shown)) continue;
    const atMs = Date.parse(item.scannedAt) + (facts()?.clockOffsetMs ?? 0);
    const admission = { at: new Date(atMs).toISOString(), gate: item.gate ?? null, by: null };
    if (item.registrationId) roster.mark(item.registrationId, admission);
    else if (item.ticketId) strangers.set(item.ticketId, admission);
  }
}

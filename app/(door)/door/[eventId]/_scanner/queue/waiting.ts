import type { PhoneVerdict } from "../judge/outcome";

/** A scan as it waits: `shown` is what staff were told. */
export type WaitingScan = {
  kind: "scan";
  id: string;
  ticket: string;
  scannedAt: string;
  gate?: string;
  isOffline: boolean;
  shown: PhoneVerdict;
  registrationId?: string;
  ticketId?: string;
  overrideReason?: string;
};

/** An undone admission; of a ticket that is not on the list only the scan is known until the server has answered that. */
export type WaitingUndo = {
  kind: "undo";
  id: string;
  scanId?: string;
  registrationId?: string;
  ticketId?: string;
  undoneAt: string;
};

/** Somebody added at the door. The address stays on this phone only until it is sent. */
export type WaitingWalkIn = {
  kind: "walk_in";
  id: string;
  scanId: string;
  name: string;
  email: string;
  department?: string;
  scannedAt: string;
  gate?: string;
  isOffline: boolean;
};

/** Something done at this door that the server has not answered. Instants are this phone's, the server corrects them by `sentAt`. */
export type Waiting = WaitingScan | WaitingUndo | WaitingWalkIn;

const mostAtOnce = { scan: 500, walk_in: 100, undo: 1 } as const;

/** What to send next: the longest run of one kind from the front, since an undo must not overtake its scan. */
export function nextBatch(waiting: readonly Waiting[], isSingle: boolean): Waiting[] {
  const [first] = waiting;
  if (!first) return [];
  const end = waiting.findIndex(({ kind }) => kind !== first.kind);
  const run = end < 0 ? waiting : waiting.slice(0, end);
  return run.slice(0, isSingle ? 1 : mostAtOnce[first.kind]);
}

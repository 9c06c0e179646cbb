import { now } from "@/lib/platform/clock";
import { letsIn } from "../judge/outcome";
import type { Delivery, ScanAnswer, WalkInAnswer } from "./answer";
import { failureOf } from "./failure-of";
import type { Waiting, WaitingScan, WaitingUndo, WaitingWalkIn } from "./waiting";

/**
 * Sends things of one kind to the server. Whether it can be reached is judged by its answers alone; silence counts as none after
 * 4 s, and a little more for a long batch. `waitingAfter` tells the organizer how much is left on this phone.
 */
export async function deliver(eventId: string, batch: Waiting[], waitingAfter: number): Promise<Delivery> {
  try {
    const { path, body } = requestFor(batch);
    const answer = await fetch(`/api/checkin${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ eventId, sentAt: now().toISOString(), waiting: waitingAfter, ...body }),
      signal: AbortSignal.timeout(4_000 + 20 * batch.length),
    });
    if (!answer.ok) return failureOf(answer);
    return { kind: "reached", answers: answersOf(batch, await answer.json()) };
  } catch {
    return { kind: "unreachable" };
  }
}

function requestFor(batch: Waiting[]): { path: string; body: object } {
  const [first] = batch;
  if (first?.kind === "scan") return { path: "", body: { scans: batch.flatMap(scanOf) } };
  if (first?.kind === "walk_in") return { path: "/walk-ins", body: { walkIns: batch.flatMap(walkInOf) } };
  return { path: "/undo", body: first?.kind === "undo" ? undoOf(first) : {} };
}

const scanOf = (scan: Waiting): object[] => (scan.kind === "scan" ? [scanFields(scan)] : []);

function scanFields(scan: WaitingScan): object {
  const { id, ticket, scannedAt, gate, isOffline, overrideReason, shown } = scan;
  return {
    ...{ scanId: id, ticket, scannedAt, offline: isOffline, letIn: letsIn(shown) },
    ...(gate && { gate }),
    ...(overrideReason && { override: { reason: overrideReason } }),
  };
}

function walkInOf(walkIn: Waiting): object[] {
  if (walkIn.kind !== "walk_in") return [];
  const { id, scanId, name, email, department, scannedAt, gate, isOffline }: WaitingWalkIn = walkIn;
  const more = { ...(department && { department }), ...(gate && { gate }) };
  return [{ walkInId: id, scanId, name, email, scannedAt, offline: isOffline, ...more }];
}

const undoOf = ({ id, registrationId, undoneAt }: WaitingUndo) => ({ undoId: id, registrationId, undoneAt });

function answersOf(
  batch: Waiting[],
  body: { results?: (ScanAnswer | WalkInAnswer)[] },
): Map<string, ScanAnswer | WalkInAnswer | null> {
  if (batch[0]?.kind === "undo") return new Map([[batch[0].id, null]]);
  return new Map(
    (body.results ?? []).map((result) => ["walkInId" in result ? result.walkInId : result.scanId, result]),
  );
}

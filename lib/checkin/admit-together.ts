import { hasSqlState, isDatabaseUnavailable } from "@/db/errors";
import { busy } from "@/lib/platform/errors";
import {
  emptyQueue,
  type Gathering,
  gather,
  type Queue,
  type Settled,
  TookTooLong,
  waitingIn,
} from "@/lib/platform/gather";
import { admitScans } from "./admit-scans";
import type { ScanResult } from "./describe-scans";
import type { ReadScan } from "./judge-batch";

type Request = { eventId: string; scans: ReadScan[] };
type Answer = Map<string, ScanResult> | "by itself";

// A group has at most as many scans as one request may have; a request of more than a few is as good as a group.
const mostScansGathered = 5;

const gathering: Gathering<Request, Answer> = {
  subjectOf: ({ eventId }) => eventId,
  answerGroup: admitGroup,
  maxGroup: 100,
  // Shorter than a phone waits.
  patienceMs: 8_000,
};

// Next compiles each route into a bundle of its own; the line must still be one a process, for each event.
const holder = globalThis as typeof globalThis & { turnoutCheckIns?: Map<string, Queue<Request, Answer>> };

/**
 * Admits like admitScans, in one transaction with the scans of the event that wait in this process. A lone request waits for nothing, and
 * one that fails or whose ticket somebody else holds neither fails nor delays another. The answers may hold those to others' scans too.
 */
export async function admitTogether(eventId: string, scans: ReadScan[]): Promise<Map<string, ScanResult>> {
  const answer = scans.length > mostScansGathered ? "by itself" : await inLine({ eventId, scans });
  return answer === "by itself" ? admitScans(eventId, scans) : answer;
}

async function inLine(request: Request): Promise<Answer> {
  holder.turnoutCheckIns ??= new Map();
  const queues = holder.turnoutCheckIns;
  const queue = queues.get(request.eventId) ?? emptyQueue();
  queues.set(request.eventId, queue);
  try {
    return await gather(queue, request, gathering);
  } catch (error) {
    throw error instanceof TookTooLong ? busy("Very many tickets are being scanned right now.", error) : error;
  } finally {
    const isIdle = !queue.common.isRunning && waitingIn(queue) === 0;
    if (isIdle && queues.get(request.eventId) === queue) queues.delete(request.eventId);
  }
}

/** All in one transaction that waits for nobody's locks; where that fails by one of them, each goes by itself, outside the line. */
async function admitGroup(group: Request[]): Promise<Settled<Answer>[]> {
  const eventId = group[0]?.eventId ?? "";
  const firstById = new Map<string, ReadScan>();
  for (const scan of group.flatMap(({ scans }) => scans))
    if (!firstById.has(scan.scanId)) firstById.set(scan.scanId, scan);
  try {
    const answer = await admitScans(eventId, [...firstById.values()], { isPatient: false });
    return group.map(() => ({ answer }));
  } catch (error) {
    const isOneOfThem = !isDatabaseUnavailable(error) || hasSqlState(error, "55P03") || hasSqlState(error, "40P01");
    return group.map(() => (isOneOfThem ? { answer: "by itself" } : { error }));
  }
}

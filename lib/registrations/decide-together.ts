import { isDatabaseUnavailable } from "@/db/errors";
import { inTransaction } from "@/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { decideGroup } from "./decide-group";
import type { Decision, RegistrationRequest } from "./decision";
import { gather, type Queue, type Settled } from "./gather";

const maxGroup = 500;
const maxWaiting = 4_000;

// Next compiles each route into a bundle of its own; the line must still be one a process.
const holder = globalThis as typeof globalThis & { turnoutRegistrations?: Queue<RegistrationRequest, Decision> };

/** Decides the request together with all others that wait in this process, in one transaction; overload is `unavailable`. */
export async function decideTogether(request: RegistrationRequest): Promise<Decision> {
  holder.turnoutRegistrations ??= { waiting: [], isRunning: false };
  if (holder.turnoutRegistrations.waiting.length >= maxWaiting) throw busy();
  try {
    return await gather(holder.turnoutRegistrations, request, decideOrSplit, maxGroup);
  } catch (error) {
    throw isDatabaseUnavailable(error) ? busy(error) : error;
  }
}

/**
 * All in one transaction. If that fails, each event by itself, so that one which is locked doesn't hold up the others; if that
 * fails for another reason than a busy database, each request by itself, so that a bad one fails alone.
 */
async function decideOrSplit(group: RegistrationRequest[]): Promise<Settled<Decision>[]> {
  try {
    const decisions = await inTransaction(undefined, (tx) => decideGroup(tx, group));
    return decisions.map((answer) => ({ answer }));
  } catch (error) {
    const events = new Map<string, RegistrationRequest[]>();
    for (const request of group) events.set(request.eventId, [...(events.get(request.eventId) ?? []), request]);
    const settled = new Map<RegistrationRequest, Settled<Decision>>();
    if (events.size > 1) {
      await Promise.all([...events.values()].map((part) => settleInto(settled, part)));
    } else if (group.length > 1 && !isDatabaseUnavailable(error)) {
      for (const request of group) await settleInto(settled, [request]);
    }
    return group.map((request) => settled.get(request) ?? { error });
  }
}

async function settleInto(
  settled: Map<RegistrationRequest, Settled<Decision>>,
  part: RegistrationRequest[],
): Promise<void> {
  const answers = await decideOrSplit(part);
  part.forEach((request, place) => {
    const answer = answers[place];
    if (answer) settled.set(request, answer);
  });
}

function busy(cause?: unknown): AppError {
  return new AppError("unavailable", "Very many people are registering right now. Please try again in a moment.", {
    retryAfterSeconds: 3,
    cause,
  });
}

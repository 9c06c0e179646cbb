import { hasSqlState, isDatabaseUnavailable } from "@/db/errors";
import { inTransaction } from "@/db/transaction";
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
import { decideGroup } from "./decide-group";
import type { Decision, RegistrationRequest } from "./decision";

const rush = "Very many people are registering right now.";

/** With so many waiting in a process, the next one is asked to come again: they would wait longer than that takes. */
export const maxWaiting = 4_000;

const gathering: Gathering<RegistrationRequest, Decision> = {
  subjectOf: ({ eventId }) => eventId,
  answerGroup: decideOrSplit,
  maxGroup: 500,
  // Longer than a wait for a lock may take, shorter than a person or a proxy waits.
  patienceMs: 8_000,
};

// Next compiles each route into a bundle of its own; the line must still be one a process.
const holder = globalThis as typeof globalThis & { turnoutRegistrations?: Queue<RegistrationRequest, Decision> };

/**
 * Decides the request together with all others that wait in this process, in one transaction; those of an event that another transaction
 * holds wait for it by themselves. Overload, a lock that is not let go and a database that does not answer are `unavailable`.
 */
export async function decideTogether(request: RegistrationRequest): Promise<Decision> {
  holder.turnoutRegistrations ??= emptyQueue();
  if (waitingIn(holder.turnoutRegistrations) >= maxWaiting) throw busy(rush);
  try {
    return await gather(holder.turnoutRegistrations, request, gathering);
  } catch (error) {
    throw isDatabaseUnavailable(error) || error instanceof TookTooLong ? busy(rush, error) : error;
  }
}

/** All in one transaction. If that fails by something among them, each half by itself, so that in the end a bad one fails alone. */
async function decideOrSplit(
  group: RegistrationRequest[],
  isPatient: boolean,
): Promise<(Settled<Decision> | "held")[]> {
  try {
    const decisions = await inTransaction(undefined, (tx) => decideGroup(tx, group, isPatient));
    return decisions.map((answer) => (answer === "held" ? answer : { answer }));
  } catch (error) {
    // Somebody else holds a row that one of these needs, a new person's say: then each event by itself.
    if (!isPatient && hasSqlState(error, "55P03")) return group.map(() => "held");
    const isOursToSolve = !isDatabaseUnavailable(error) || hasSqlState(error, "40P01");
    if (group.length === 1 || !isOursToSolve) return group.map(() => ({ error }));
    const middle = Math.ceil(group.length / 2);
    const first = await decideOrSplit(group.slice(0, middle), isPatient);
    return [...first, ...(await decideOrSplit(group.slice(middle), isPatient))];
  }
}

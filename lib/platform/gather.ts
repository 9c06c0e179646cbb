import { setImmediate as nextTurn } from "node:timers/promises";

type Waiting<Request, Answer> = {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
  /** True once nobody waits for the answer any more. */
  isGone: boolean;
};

type Line<Request, Answer> = { waiting: Waiting<Request, Answer>[]; isRunning: boolean };

/** Those who wait for the next group, in order of arrival, and apart from them those whose subject is held by somebody outside. */
export type Queue<Request, Answer> = { common: Line<Request, Answer>; apart: Map<string, Line<Request, Answer>> };

export type Settled<Answer> = { answer: Answer } | { error: unknown };

export type Gathering<Request, Answer> = {
  /** What a request is about. */
  subjectOf: (request: Request) => string;
  /** Answers a group in its order. `held`: somebody outside holds the subject; a patient group waits for that, and is about one subject. */
  answerGroup: (group: Request[], isPatient: boolean) => Promise<(Settled<Answer> | "held")[]>;
  maxGroup: number;
  /** After so long without an answer a request is rejected with TookTooLong, and if no group has taken it yet, none will. */
  patienceMs: number;
};

// While 500 people register at once, twice as many cost a twentieth less processor, but everybody else a third more time (p95).
const toldAtOnce = 8;

export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

export function emptyQueue<Request, Answer>(): Queue<Request, Answer> {
  return { common: { waiting: [], isRunning: false }, apart: new Map() };
}

/** How many wait for a group to take them. */
export function waitingIn({ common, apart }: Queue<unknown, never>): number {
  return [...apart.values()].reduce((sum, { waiting }) => sum + waiting.length, common.waiting.length);
}

/**
 * Puts a request in the queue and returns its answer. Requests that arrive while a group is under way are answered together by the next
 * one; a lone request goes at once. A held subject holds up nobody else, and those about one subject are answered in order of arrival.
 */
export function gather<Request, Answer>(
  queue: Queue<Request, Answer>,
  request: Request,
  how: Gathering<Request, Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const answered = new Promise<Answer>((resolve, reject) => {
    const one = { request, resolve, reject, isGone: false };
    timer = setTimeout(() => {
      one.isGone = true;
      reject(new TookTooLong(`no answer within ${how.patienceMs} ms`));
    }, how.patienceMs);
    const line = queue.apart.get(how.subjectOf(request)) ?? queue.common;
    line.waiting.push(one);
    if (!line.isRunning) void drain(queue, line, how);
  });
  return answered.finally(() => clearTimeout(timer));
}

async function drain<Request, Answer>(
  queue: Queue<Request, Answer>,
  line: Line<Request, Answer>,
  how: Gathering<Request, Answer>,
): Promise<void> {
  line.isRunning = true;
  const isPatient = line !== queue.common;
  let told = Promise.resolve();
  while (line.waiting.length > 0) {
    const group = line.waiting.splice(0, how.maxGroup).filter(({ isGone }) => !isGone);
    if (group.length === 0) continue;
    const answers = await how
      .answerGroup(
        group.map(({ request }) => request),
        isPatient,
      )
      .catch((error: unknown) => group.map(() => ({ error })));
    const held = group.filter((_, place) => answers[place] === "held");
    if (!isPatient && held.length > 0) setApart(queue, held, how);
    // In order of arrival, and while the next group is under way.
    told = told.then(() => tell(group, answers, isPatient));
  }
  line.isRunning = false;
  for (const [subject, apart] of queue.apart) if (apart === line) queue.apart.delete(subject);
}

/** Gives everybody their answer. A few at a time: the next group's steps and all other requests wait for what follows from them. */
async function tell<Request, Answer>(
  group: Waiting<Request, Answer>[],
  answers: (Settled<Answer> | "held")[],
  isPatient: boolean,
): Promise<void> {
  for (const [place, one] of group.entries()) {
    if (place > 0 && place % toldAtOnce === 0) await nextTurn();
    const settled = answers[place] ?? { error: new Error("a request of the group got no answer") };
    if (settled === "held") {
      if (isPatient) one.reject(new Error("a patient group was not answered"));
    } else if ("error" in settled) one.reject(settled.error);
    else one.resolve(settled.answer);
  }
}

/** Gives each held subject a line of its own, with those about it who came since behind. */
function setApart<Request, Answer>(
  queue: Queue<Request, Answer>,
  held: Waiting<Request, Answer>[],
  how: Gathering<Request, Answer>,
): void {
  const isAbout = (subject: string) => (one: Waiting<Request, Answer>) => how.subjectOf(one.request) === subject;
  for (const subject of new Set(held.map(({ request }) => how.subjectOf(request)))) {
    const about = isAbout(subject);
    const line = { waiting: [...held, ...queue.common.waiting].filter(about), isRunning: false };
    queue.common.waiting = queue.common.waiting.filter((one) => !about(one));
    queue.apart.set(subject, line);
    void drain(queue, line, how);
  }
}

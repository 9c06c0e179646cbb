type Waiting<Request, Answer> = {
  request: Request;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
};

/** Those who wait for the next group, in order of arrival, and whether a group is under way. */
export type Queue<Request, Answer> = { waiting: Waiting<Request, Answer>[]; isRunning: boolean };

export type Settled<Answer> = { answer: Answer } | { error: unknown };

/**
 * Puts a request in the queue and returns its answer. Requests that arrive while a group is under way are answered together by
 * the next one, in order of arrival; a lone request goes at once.
 */
export function gather<Request, Answer>(
  queue: Queue<Request, Answer>,
  request: Request,
  answerGroup: (group: Request[]) => Promise<Settled<Answer>[]>,
  maxGroup: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    queue.waiting.push({ request, resolve, reject });
    if (!queue.isRunning) void drain(queue, answerGroup, maxGroup);
  });
}

async function drain<Request, Answer>(
  queue: Queue<Request, Answer>,
  answerGroup: (group: Request[]) => Promise<Settled<Answer>[]>,
  maxGroup: number,
): Promise<void> {
  queue.isRunning = true;
  while (queue.waiting.length > 0) {
    const group = queue.waiting.splice(0, maxGroup);
    const answers = await answerGroup(group.map(({ request }) => request)).catch((error: unknown) =>
      group.map(() => ({ error })),
    );
    group.forEach(({ resolve, reject }, place) => {
      const settled = answers[place] ?? { error: new Error("a request of the group got no answer") };
      if ("error" in settled) reject(settled.error);
      else resolve(settled.answer);
    });
  }
  queue.isRunning = false;
}

import { afterEach, expect, it, vi } from "vitest";
import { emptyQueue, type Gathering, gather, TookTooLong } from "./gather";

const never = new Promise<never>(() => {});

afterEach(() => void vi.useRealTimers());

/** Requests are numbers, about the subject that their tens name. */
function setUp(answerGroup: Gathering<number, string>["answerGroup"]) {
  const queue = emptyQueue<number, string>();
  const groups: number[][] = [];
  const how = { subjectOf: (request: number) => String(Math.floor(request / 10)), patienceMs: 1_000 };
  const ask = (request: number, maxGroup = 100) =>
    gather(queue, request, {
      ...{ ...how, maxGroup },
      answerGroup: (group, isPatient) => {
        groups.push(group);
        return answerGroup(group, isPatient);
      },
    });
  return { ask, groups, queue };
}

const echo = async (group: number[]) => group.map((request) => ({ answer: `answer ${request}` }));

it("sends a lone request at once", () => {
  const { ask, groups } = setUp(() => never);
  void ask(1).catch(() => {});
  expect(groups).toEqual([[1]]);
});

it("takes all that arrive meanwhile in one group, in order, up to the bound", async () => {
  const { ask, groups } = setUp(echo);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((request) => ask(request, 3)));
  expect(groups).toEqual([[1], [2, 3, 4], [5, 6]]);
  expect(answers).toEqual([1, 2, 3, 4, 5, 6].map((request) => `answer ${request}`));
});

it("tells a group its answers before the next one, however long the first is and however soon the next is answered", async () => {
  const { ask } = setUp(echo);
  const requests = Array.from({ length: 200 }, (_, request) => request);
  const order: string[] = [];
  await Promise.all(requests.map((request) => ask(request, 40).then((answer) => order.push(answer))));
  expect(order).toEqual(requests.map((request) => `answer ${request}`));
});

it("rejects a group that fails and goes on with the next", async () => {
  const { ask } = setUp(async (group) => {
    if (group.includes(2)) throw new Error("no luck");
    return echo(group);
  });
  const settled = await Promise.allSettled([ask(1), ask(2), ask(3)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(await ask(4)).toBe("answer 4");
});

it("answers others while a subject is held, and those about it in their order afterwards, in one line of their own", async () => {
  let letGo = () => {};
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const { ask, groups, queue } = setUp(async (group, isPatient) => {
    if (isPatient) await free;
    const answers = await echo(group);
    return answers.map((answer, place) => ((group[place] ?? 0) < 10 && !isPatient ? "held" : answer));
  });
  const order: string[] = [];
  const held = [1, 2, 3].map((request) => ask(request).then((answer) => order.push(answer)));
  expect(await Promise.all([ask(11), ask(21)])).toEqual(["answer 11", "answer 21"]);
  held.push(ask(4).then((answer) => order.push(answer)));
  expect(order).toEqual([]);
  letGo();
  await Promise.all(held);
  expect(order).toEqual([1, 2, 3, 4].map((request) => `answer ${request}`));
  expect(groups).toEqual([[1], [1, 2, 3], [11, 21], [4]]);
  expect(queue.apart.size).toBe(0);
});

it("gives up on an answer that does not come, and then takes nobody who left", async () => {
  vi.useFakeTimers();
  let answer = () => {};
  const stuck = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { ask, groups } = setUp(async (group) => {
    if (group.includes(1)) await stuck;
    return echo(group);
  });
  const settled = Promise.allSettled([ask(1), ask(2)]);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(await settled).toMatchObject([{ reason: expect.any(TookTooLong) }, { reason: expect.any(TookTooLong) }]);
  const later = ask(3);
  answer();
  expect(await later).toBe("answer 3");
  expect(groups).toEqual([[1], [3]]);
});

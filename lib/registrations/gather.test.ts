import { expect, it } from "vitest";
import { gather, type Queue } from "./gather";

const never = new Promise<never>(() => {});

function setUp(answer: (group: number[]) => Promise<{ answer: string }[]>) {
  const queue: Queue<number, string> = { waiting: [], isRunning: false };
  const groups: number[][] = [];
  const ask = (request: number, maxGroup = 100) =>
    gather(
      queue,
      request,
      (group) => {
        groups.push(group);
        return answer(group);
      },
      maxGroup,
    );
  return { ask, groups };
}

const echo = async (group: number[]) => group.map((request) => ({ answer: `answer ${request}` }));

it("sends a lone request at once", () => {
  const { ask, groups } = setUp(() => never);
  void ask(1);
  expect(groups).toEqual([[1]]);
});

it("takes all that arrive meanwhile in one group, in order, up to the bound", async () => {
  const { ask, groups } = setUp(echo);
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((request) => ask(request, 3)));
  expect(groups).toEqual([[1], [2, 3, 4], [5, 6]]);
  expect(answers).toEqual([1, 2, 3, 4, 5, 6].map((request) => `answer ${request}`));
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

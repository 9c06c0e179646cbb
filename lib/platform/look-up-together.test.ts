import { expect, test, vi } from "vitest";
import { lookUpTogether } from "./look-up-together";

test("a lone look-up goes at once, and all who come meanwhile share the next", async () => {
  const finish: (() => void)[] = [];
  const find = vi.fn(async (keys: string[]) => {
    await new Promise<void>((resolve) => finish.push(resolve));
    return new Set(keys);
  });
  const lookUp = lookUpTogether(find);
  const first = lookUp("a");
  expect(find.mock.calls).toEqual([[["a"]]]);
  const rest = ["b", "c", "a"].map(lookUp);
  finish[0]?.();
  expect(await first).toEqual(new Set(["a"]));
  await vi.waitFor(() => expect(finish).toHaveLength(2));
  const last = lookUp("d");
  finish[1]?.();
  expect(await Promise.all(rest)).toEqual([1, 2, 3].map(() => new Set(["a", "b", "c"])));
  await vi.waitFor(() => expect(finish).toHaveLength(3));
  finish[2]?.();
  expect(await last).toEqual(new Set(["d"]));
  expect(find.mock.calls).toEqual([[["a"]], [["b", "c", "a"]], [["d"]]]);
});

test("look-ups of two kinds know nothing of each other", async () => {
  const [words, numbers] = [
    lookUpTogether(async (keys: string[]) => keys),
    lookUpTogether(async (keys: number[]) => keys),
  ];
  expect(await Promise.all([words("a"), numbers(1), words("b"), numbers(2)])).toEqual([["a"], [1], ["b"], [2]]);
});

test("one that fails fails for those who shared it, and not for who comes later", async () => {
  const lookUp = lookUpTogether(async ([key]: string[]) => {
    if (key === "bad") throw new Error("down");
    return key;
  });
  const settled = await Promise.allSettled([lookUp("bad"), lookUp("good")]);
  expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});

import { expect, test, vi } from "vitest";
import { readTogether } from "./read-together";

test("a rush is one read at a time, and nobody gets what was read before they asked", async () => {
  let stored = 0;
  const finish: (() => void)[] = [];
  const read = vi.fn(async () => {
    const seen = stored;
    await new Promise<void>((resolve) => finish.push(resolve));
    return seen;
  });
  const early = [readTogether("k", read), readTogether("k", read)];
  stored = 1;
  const late = Array.from({ length: 50 }, () => readTogether("k", read));
  finish[0]?.();
  await vi.waitFor(() => expect(finish).toHaveLength(2));
  finish[1]?.();
  expect([await early[0], await early[1]]).toEqual([0, 1]);
  expect(new Set(await Promise.all(late))).toEqual(new Set([1]));
  expect(read).toHaveBeenCalledTimes(2);
});

test("a read that fails fails for those who waited for it, and the next one is tried", async () => {
  const failing = readTogether("f", () => Promise.reject(new Error("down")));
  const next = readTogether("f", async () => "up");
  await expect(failing).rejects.toThrow("down");
  expect(await next).toBe("up");
});

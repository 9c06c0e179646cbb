import { expect, it } from "vitest";
import { checkCapacity } from "./check-capacity";
import type { Answer, Call } from "./history";
import { mergeRepeats } from "./merge-repeats";

const seat: Answer = { kind: "placed", status: "confirmed", registration: "r", body: "b" };
let id = 0;

function registering(key: string, startedAt: number, endedAt: number, answer: Answer): Call {
  return { id: id++, operation: { kind: "register", event: "e", person: key, key }, startedAt, endedAt, answer };
}

it("a seat told to two presses is one seat, held from the first answer on", () => {
  const calls = [registering("a", 0, 9, seat), registering("a", 1, 5, seat)];
  expect(checkCapacity(calls, 1)).not.toEqual([]);
  expect(mergeRepeats(calls)).toMatchObject([{ startedAt: 0, endedAt: 5 }]);
  expect(checkCapacity(mergeRepeats(calls), 1)).toEqual([]);
});

it("an outcome first unknown was decided between the first try and the answer", () => {
  const calls = [
    registering("a", 0, 3, { kind: "unknown", reason: "503" }),
    registering("a", 6, 8, { kind: "full", body: "f" }),
  ];
  expect(mergeRepeats(calls)).toMatchObject([{ startedAt: 0, endedAt: 8, answer: { kind: "full" } }]);
});

it("calls of other keys stay as they are", () => {
  const calls = [registering("a", 0, 1, seat), registering("b", 0, 2, seat)];
  expect(mergeRepeats(calls)).toEqual(calls);
});

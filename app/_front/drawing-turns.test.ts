import { expect, test } from "vitest";
import { takeTurn } from "./drawing-turns";

/** So many of this network ask for a turn, and note it in `begun` when they get it. */
function ask(network: string, count: number, begun: string[], ends: (() => void)[]): (() => void)[] {
  return Array.from({ length: count }, (_, nth) =>
    takeTurn(network, (end) => {
      begun.push(`${network}${nth}`);
      ends.push(end);
    }),
  );
}

test("one network draws so many at once, its others in the order of asking, and who stops waiting is passed over", () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const stops = ask("a", 16, begun, ends);
  expect(begun).toHaveLength(12);
  stops[13]?.();
  ends[0]?.();
  ends[0]?.();
  expect(begun.slice(12)).toEqual(["a12"]);
  ends[5]?.();
  expect(begun.slice(12)).toEqual(["a12", "a14"]);
  for (const end of ends.splice(1)) end();
  expect(begun.slice(12)).toEqual(["a12", "a14", "a15"]);
  for (const end of ends) end();
});

test("however many one network has sent, another's request is the next but a few", () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  ask("flood", 500, begun, ends);
  ask("b", 6, begun, ends);
  expect(begun.slice(12)).toEqual(["b0", "b1", "b2", "b3"]);
  ends[0]?.();
  ends[1]?.();
  ends[2]?.();
  ends[3]?.();
  // The two networks take turns.
  expect(begun.slice(16).toSorted()).toEqual(["b4", "b5", "flood12", "flood13"]);
  for (let nth = 0; nth < ends.length; nth++) ends[nth]?.();
  expect(begun).toHaveLength(506);
});

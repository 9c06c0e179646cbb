import { expect, test } from "vitest";
import { takeTurn } from "./drawing-turns";

test("so many draw at once, the others in the order of asking, and who stops waiting is passed over", () => {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const stops = Array.from({ length: 20 }, (_, nth) =>
    takeTurn((end) => {
      begun.push(nth);
      ends.push(end);
    }),
  );
  expect(begun).toHaveLength(16);
  stops[17]?.();
  ends[0]?.();
  ends[0]?.();
  expect(begun.slice(16)).toEqual([16]);
  ends[5]?.();
  expect(begun.slice(16)).toEqual([16, 18]);
  for (const end of ends.splice(1)) end();
  expect(begun.slice(16)).toEqual([16, 18, 19]);
});

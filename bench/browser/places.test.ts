import { expect, it } from "vitest";
import { compilePlaces, markPlaces } from "./places";

const known = [
  { place: "email", value: "ada@bench.test" },
  { place: "slug", value: "bench-1" },
] as const;

it("what was marked is filled with another person's values, also where it is encoded", () => {
  const marked = markPlaces("/events/bench-1?to=ada%40bench.test&from=ada@bench.test", known);
  expect(compilePlaces(marked)({ email: "grace@bench.test", slug: "bench-2" })).toBe(
    "/events/bench-2?to=grace%40bench.test&from=grace@bench.test",
  );
});

it("a place without a value gives nothing instead of somebody else's", () => {
  expect(compilePlaces(markPlaces("ada@bench.test", known))({ slug: "bench-2" })).toBeNull();
});

it("a text without places stays as it is", () => {
  expect(compilePlaces("/events")({})).toBe("/events");
});

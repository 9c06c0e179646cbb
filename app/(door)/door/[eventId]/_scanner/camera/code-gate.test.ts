import { expect, it } from "vitest";
import { createCodeGate } from "./code-gate";

it("passes a code once while it stays in view", () => {
  const gate = createCodeGate();
  const passed = Array.from({ length: 200 }, (_, frame) => gate.passes("a", frame * 100));
  expect(passed.filter(Boolean)).toHaveLength(1);
});

it("mutes it for five seconds after it was last seen", () => {
  const gate = createCodeGate();
  gate.passes("a", 0);
  gate.passes("a", 3_000);
  expect(gate.passes("a", 7_999)).toBe(false);
  expect(gate.passes("a", 12_998)).toBe(false);
  expect(gate.passes("a", 17_998)).toBe(true);
});

it("lets another code interrupt at once, and does not forget the first", () => {
  const gate = createCodeGate();
  expect([gate.passes("a", 0), gate.passes("b", 50), gate.passes("a", 100), gate.passes("b", 150)]).toEqual([
    ...[true, true, false, false],
  ]);
});

it("forgets when told to", () => {
  const gate = createCodeGate();
  gate.passes("a", 0);
  gate.clear();
  expect(gate.passes("a", 10)).toBe(true);
});

import { expect, it } from "vitest";
import { createKeyWedge } from "./key-wedge";

function type(keys: string[], betweenMs: number): (string | null)[] {
  const wedge = createKeyWedge();
  return keys.map((key, index) => wedge(key, index * betweenMs));
}

it("takes a code that is typed within a moment and ended with Enter", () => {
  expect(type([..."7F3K9Q2M", "Enter"], 8).at(-1)).toBe("7F3K9Q2M");
  expect(type(["Shift", ..."7F3K", "Shift", ..."9Q2M", "Enter"], 8).at(-1)).toBe("7F3K9Q2M");
});

it("leaves a person alone who types, and a lone Enter", () => {
  expect(type([..."7F3K9Q2M", "Enter"], 120).at(-1)).toBeNull();
  expect(type(["Enter"], 8)).toEqual([null]);
  expect(type([..."abc", "Enter"], 8).at(-1)).toBeNull();
});

it("begins anew after each code", () => {
  expect(type([..."7F3K9Q2M", "Enter", ..."ABCDEFGH", "Enter"], 5).filter(Boolean)).toEqual(["7F3K9Q2M", "ABCDEFGH"]);
});

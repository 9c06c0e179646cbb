import { expect, test } from "vitest";
import { isKnownZone } from "./rules";

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Mars/Olympus_Mons", false],
  ["+01:00", false],
  ["", false],
  ["Europe/Berlin\n", false],
])("isKnownZone(%j) is %s", (zone, isKnown) => {
  expect(isKnownZone(zone)).toBe(isKnown);
});

import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { coverSvg } from "./cover-svg";

it("draws the same picture for the same words, in at most 2 kB as sent", () => {
  for (const category of ["conference", "workshop", "webinar", "sport", "talk", "other"]) {
    for (let index = 0; index < 30; index++) {
      const svg = coverSvg(`summer-party-${index}`, category);
      expect(coverSvg(`summer-party-${index}`, category)).toBe(svg);
      expect(gzipSync(svg).length).toBeLessThanOrEqual(2_000);
    }
  }
});

import { expect, test } from "vitest";
import { slotLimits, takeSlot, type Work } from "./admission";

/** Takes slots until there is none for this network, and says how many it got. */
function takeAll(work: Work, network: string | null): (() => void)[] {
  const releases: (() => void)[] = [];
  for (let release = takeSlot(work, network); release; release = takeSlot(work, network)) releases.push(release);
  return releases;
}

test.each(Object.entries(slotLimits))(
  "%s: a network gets half of the slots, the next a third of all, and more find room",
  (work, most) => {
    const first = takeAll(work as Work, "203.0.113.1");
    expect(first).toHaveLength(most / 2);
    const second = takeAll(work as Work, "203.0.113.2");
    expect(second).toHaveLength(most / 4);
    const others = Array.from({ length: 10 }, (_, nth) => takeSlot(work as Work, `198.51.100.${nth}`));
    expect(others).not.toContain(null);
    for (const release of [...first, ...second, ...others]) release?.();
    expect(takeAll(work as Work, null).map((release) => release())).toHaveLength(most);
  },
);

test("a slot that is released twice is free once", () => {
  const release = takeSlot("live", "203.0.113.3");
  release?.();
  release?.();
  const all = takeAll("live", null);
  expect(all).toHaveLength(slotLimits.live);
  for (const free of all) free();
});

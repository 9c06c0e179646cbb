import { describe, expect, it } from "vitest";
import { verdicts } from "@/lib/checkin/rules";
import { lookOf } from "./verdict-table";

const all = [...verdicts, "provisional", "unverified"] as const;
const look = (verdict: (typeof all)[number]) => lookOf({ scanId: "1", verdict });

describe("the verdict table", () => {
  it("lets only an admission look, sound and feel like one", () => {
    for (const verdict of all) {
      const { tone, tune, vibration } = look(verdict);
      const isYes = verdict === "admitted";
      expect([verdict, tone === "ok", tune === "rising", vibration.length === 1 && vibration[0] === 60]).toEqual([
        ...[verdict, isYes, isYes, isYes],
      ]);
    }
  });

  it("gives each tone a tune and a vibration of its own", () => {
    const grammar = new Map(all.map((verdict) => [look(verdict).tone, look(verdict)]));
    expect(grammar.size).toBe(4);
    expect(new Set([...grammar.values()].map(({ tune }) => tune)).size).toBe(4);
    expect(new Set([...grammar.values()].map(({ vibration }) => vibration.join())).size).toBe(4);
  });

  it("keeps everything but an admission until somebody dismisses it", () => {
    expect(all.filter((verdict) => look(verdict).holdMs !== undefined)).toEqual(["admitted"]);
  });

  it("gives a note three seconds, a ping and a second shake, and stays green", () => {
    const noted = lookOf({ scanId: "1", verdict: "admitted", note: "VIP" });
    expect(noted).toMatchObject({ tone: "ok", tune: "noted", vibration: [60, 60, 60], holdMs: 3_000 });
    expect(lookOf({ scanId: "1", verdict: "cancelled", note: "VIP" })).toEqual(look("cancelled"));
  });
});

import { describe, expect, it } from "vitest";
import { type Verdict, verdicts } from "@/lib/checkin/rules";
import { couldBeTicket, explain, looks, sayOutcome } from "./verdict-table";

const timeOf = (instant: string) => instant.slice(11, 16);
const all = [...verdicts, "unsent"] as const;

describe("the verdict table", () => {
  it("lets only an admission look, sound and feel like one", () => {
    for (const verdict of all) {
      const { tone, tune, vibration } = looks[verdict];
      const isYes = verdict === "admitted";
      expect([verdict, tone === "ok", tune === "rising", vibration.length === 1 && vibration[0] === 60]).toEqual([
        ...[verdict, isYes, isYes, isYes],
      ]);
    }
  });

  it("gives each tone a tune and a vibration of its own", () => {
    const grammar = new Map(all.map((verdict) => [looks[verdict].tone, looks[verdict]]));
    expect(grammar.size).toBe(4);
    expect(new Set([...grammar.values()].map((look) => look.tune)).size).toBe(4);
    expect(new Set([...grammar.values()].map((look) => look.vibration.join())).size).toBe(4);
  });

  it("keeps everything but an admission until somebody dismisses it", () => {
    expect(all.filter((verdict) => looks[verdict].holdMs !== undefined)).toEqual(["admitted"]);
  });

  it.each(all)("has something to say about %s that is not a bare no", (verdict) => {
    const outcome = verdict === "unsent" ? { scanId: "1", verdict } : { scanId: "1", verdict, name: "Ada" };
    expect(sayOutcome(outcome, timeOf).length).toBeGreaterThan(8);
  });
});

it.each([
  ["admitted", { department: "Research" }, "Come in: Ada. Research"],
  [
    "already_checked_in",
    { firstCheckedInAt: "2030-05-01T18:04:00Z", firstGate: "North" },
    "Already in: Ada. In since 18:04, North",
  ],
  ["conflict", { firstCheckedInAt: "2030-05-01T18:04:00Z" }, "Already in: Ada. Let in elsewhere at 18:04"],
  ["wrong_event", { correctEventTitle: "Winter Lab" }, "Wrong event: Ada. This ticket is for Winter Lab"],
] as [Verdict, object, string][])("%s is told as a sentence", (verdict, fields, sentence) => {
  expect(sayOutcome({ scanId: "1", verdict, name: "Ada", ...fields }, timeOf)).toBe(sentence);
});

it("says of an unsent scan that it is not lost", () => {
  expect(explain({ scanId: "1", verdict: "unsent" }, timeOf).lines).toEqual([
    "No connection. The scan is kept and sent by itself.",
  ]);
});

it.each([
  ["A".repeat(110), true],
  ["7F3K-9Q2M", true],
  ["7f3k9q2m", true],
  ["https://example.org/menu", false],
  ["WIFI:S:Guests;T:WPA;P:secret;;", false],
  ["hello", false],
])("%s could be a ticket: %s", (text, expected) => {
  expect(couldBeTicket(text)).toBe(expected);
});

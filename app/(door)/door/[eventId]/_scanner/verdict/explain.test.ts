import { expect, it } from "vitest";
import { verdicts } from "@/lib/checkin/rules";
import type { PhoneVerdict } from "../judge/outcome";
import { explain, sayOutcome } from "./explain";

const timeOf = (instant: string) => instant.slice(11, 16);
const at = "2030-05-01T18:04:00Z";

it.each([...verdicts, "provisional", "unverified"] as const)(
  "has something to say about %s that is not a bare no",
  (verdict) => {
    expect(sayOutcome({ scanId: "1", verdict, name: "Ada" }, timeOf).length).toBeGreaterThan(8);
  },
);

it.each([
  ["admitted", { department: "Research" }, "Come in: Ada. Research"],
  ["admitted", { department: "Research", note: "Badge B" }, "Come in: Ada. Badge B. Research"],
  ["admitted", { overrideReason: "A speaker" }, "Come in: Ada. Let in anyway: A speaker"],
  [
    "already_checked_in",
    { firstCheckedInAt: at, firstGate: "North", firstBy: "Sam" },
    "Already in: Ada. In since 18:04, North, by Sam",
  ],
  ["conflict", { firstCheckedInAt: at }, "Already in: Ada. Let in elsewhere: 18:04"],
  ["wrong_event", { correctEventTitle: "Winter Lab" }, "Wrong event: Ada. This ticket is for Winter Lab"],
  ["provisional", { listAsOf: at }, "Not on list: Ada. A genuine ticket: let in. This phone’s list is of 18:04"],
  ["provisional", { isWalkIn: true }, "Welcome: Ada. Let in. The seat is settled with the server"],
] as [PhoneVerdict, object, string][])("%s is told as a sentence", (verdict, fields, sentence) => {
  expect(sayOutcome({ scanId: "1", verdict, name: "Ada", ...fields }, timeOf)).toBe(sentence);
});

it("keeps the note of somebody who is refused to itself", () => {
  expect(explain({ scanId: "1", verdict: "cancelled", name: "Ada", note: "VIP" }, timeOf).note).toBeNull();
});

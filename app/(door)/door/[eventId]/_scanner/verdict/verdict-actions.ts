import { letsIn } from "../judge/outcome";
import type { Shown } from "./use-verdicts";
import { lookOf } from "./verdict-table";

export type VerdictAction = "undo" | "override" | "find" | "next";

/** What staff can do about a verdict that stays, the way on last. One that goes by itself asks for nothing. */
export function actionsFor({ outcome, isByHand }: Shown, canOverride: boolean): VerdictAction[] {
  const { verdict, registrationId } = outcome;
  if (lookOf(outcome).holdMs !== undefined) return [];
  if (letsIn(verdict)) return ["undo", "next"];
  if (verdict === "already_checked_in" && isByHand && registrationId) return ["undo", "next"];
  const isKnown = registrationId !== undefined && (verdict === "cancelled" || verdict === "waitlisted");
  return isKnown && canOverride ? ["override", "find", "next"] : ["find", "next"];
}

/** The action's word on its button. */
export function wordOf(action: VerdictAction, { outcome }: Shown): string {
  if (action === "undo") return letsIn(outcome.verdict) ? "Don’t let in" : "Take back";
  return { override: "Let in anyway", find: "Find a name", next: "Next" }[action];
}

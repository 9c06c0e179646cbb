import type { Outcome } from "../judge/outcome";
import type { Settled } from "../queue/outbox";
import type { LogEntry } from "../store/log-entry";
import { correctionOf } from "./correction";

type Answered = { entries: LogEntry[]; corrections: { shown: Outcome; corrected: Outcome }[] };

/** The log entries that the server's answers change, and what staff have to hear of them. */
export function answerLog(settled: Settled[], log: LogEntry[]): Answered {
  const byId = new Map(log.map((entry) => [entry.id, entry]));
  const answered: Answered = { entries: [], corrections: [] };
  for (const { item, answer } of settled) {
    const entry = byId.get(item.kind === "walk_in" ? item.scanId : item.id);
    if (!entry || !answer) continue;
    const corrected = correctionOf(entry.outcome, answer);
    const verdict = corrected?.verdict ?? entry.outcome.verdict;
    // What was shown stays; who it was may be known only now.
    const outcome = { ...corrected, ...entry.outcome };
    answered.entries.push({ ...entry, outcome, answered: verdict });
    if (corrected) answered.corrections.push({ shown: entry.outcome, corrected });
  }
  return answered;
}

/** The log with these entries in the place of their former selves. */
export function withEntries(log: LogEntry[], changed: LogEntry[]): LogEntry[] {
  const byId = new Map(changed.map((entry) => [entry.id, entry]));
  return log.map((entry) => byId.get(entry.id) ?? entry);
}

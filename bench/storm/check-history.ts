import { checkCapacity } from "./check-capacity";
import { checkLine } from "./check-line";
import { checkTables } from "./check-tables";
import { checkTold } from "./check-told";
import type { Call, Tables } from "./history";
import { mergeRepeats } from "./merge-repeats";

/**
 * What is wrong, from what the clients saw and what the tables hold alone, each fault in a sentence that names the calls: more confirmed
 * than seats, somebody refused while a seat was free throughout the call, a line out of order, somebody registered twice, counters
 * that are not their rows, an answer that was not kept, a change not told exactly once. Empty when all is well.
 */
export function checkHistory(calls: readonly Call[], tables: Tables): string[] {
  const merged = mergeRepeats(calls);
  return [
    ...checkTables(tables),
    ...tables.events.flatMap(({ id }) => {
      const ofEvent = merged.filter(({ operation }) => operation.event === id);
      const initial = tables.events.find((event) => event.id === id)?.capacity ?? null;
      return [...checkCapacity(ofEvent, initial), ...checkLine(ofEvent, tables)];
    }),
    ...checkTold(calls, tables),
  ];
}

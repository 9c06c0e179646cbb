import type { Call } from "./history";

/**
 * The calls with those of one key as one: they have one outcome, decided between the start of the first and the first answer that told it.
 * Counted one by one, a seat told twice would be two seats, and a refusal told again later one of a later time.
 */
export function mergeRepeats(calls: readonly Call[]): Call[] {
  const merged: Call[] = [];
  const places = new Map<string, number>();
  for (const call of [...calls].sort((left, right) => left.endedAt - right.endedAt)) {
    const { operation } = call;
    const place = operation.kind === "register" ? places.get(operation.key) : undefined;
    const before = place === undefined ? undefined : merged[place];
    if (place === undefined || before === undefined) {
      if (operation.kind === "register") places.set(operation.key, merged.length);
      merged.push(call);
      continue;
    }
    const told = before.answer.kind === "unknown" ? call : before;
    merged[place] = { ...told, startedAt: Math.min(before.startedAt, call.startedAt) };
  }
  return merged;
}

import type { Call, Tables } from "./history";

/**
 * Faults between answers and tables: what was acknowledged must be stored, a key must have one answer, and without anything broken on purpose no
 * call may fail.
 */
export function checkTold(calls: readonly Call[], { registrations }: Tables): string[] {
  const faults: string[] = [];
  const rows = new Map(registrations.map((row) => [`${row.event} ${row.person}`, row]));
  const ids = new Set(registrations.map(({ id }) => id));
  const bodies = new Map<string, string>();
  const last = new Map<string, Call>();
  for (const call of [...calls].sort((left, right) => left.startedAt - right.startedAt)) {
    const { operation, answer } = call;
    if (answer.kind === "failed") faults.push(`call ${call.id} (${operation.kind}) failed: ${answer.reason}`);
    if (operation.kind === "register" && "body" in answer) {
      const first = bodies.get(operation.key) ?? answer.body;
      bodies.set(operation.key, first);
      if (first !== answer.body) faults.push(`key ${operation.key} was answered with ${first} and then ${answer.body}`);
    }
    if (answer.kind === "placed" && !ids.has(answer.registration))
      faults.push(`registration ${answer.registration} of call ${call.id} was acknowledged and is not stored`);
    if (operation.kind === "resize" || answer.kind === "refused") continue;
    last.set(`${operation.event} ${operation.person}`, call);
    if (operation.kind === "transfer") last.set(`${operation.event} ${operation.to}`, call);
  }
  for (const [about, call] of last) {
    const status = rows.get(about)?.status ?? "absent";
    const allowed = statusesAfter(call, about);
    if (allowed && !allowed.includes(status))
      faults.push(`${about} is ${status} after call ${call.id} (${call.operation.kind}: ${call.answer.kind})`);
  }
  return faults;
}

/** How a registration may stand when this was the last call about it; null when that can't be told. */
function statusesAfter({ operation, answer }: Call, about: string): string[] | null {
  if (answer.kind === "unknown" || answer.kind === "failed") return null;
  if (operation.kind === "transfer" && about.endsWith(` ${operation.to}`)) return ["confirmed"];
  if (operation.kind === "cancel" || operation.kind === "transfer") return ["cancelled"];
  if (answer.kind === "full") return ["absent", "cancelled"];
  if (answer.kind === "placed" && answer.status === "confirmed") return ["confirmed"];
  return ["confirmed", "waitlisted"];
}

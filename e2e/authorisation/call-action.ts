import { actionIds } from "./entries";
import type { Outcome } from "./outcome";
import { type Caller, send } from "./send";

/**
 * Calls a server action as its form does with scripts on, and says how it ended. Arguments travel
 * as React's server references do: the list under "0", the form's fields with the prefix "1_".
 * Whoever gets as far as the refusal `inMeans` was let in.
 */
export async function callAction(
  caller: Caller,
  name: string,
  path: string,
  fields: Record<string, string>,
  inMeans = "conflict",
): Promise<Outcome> {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(`1_${field}`, value);
  const takesState = name.endsWith("Action");
  body.append("0", takesState ? '[{"status":"idle"},"$K1"]' : '["$K1"]');
  const id = actionIds().get(name);
  if (!id) throw new Error(`The build has no action ${name}.`);
  const answer = await send(caller, path, { method: "POST", body, headers: { "Next-Action": id } });
  const text = await answer.text();
  const [, code] = text.match(/"status":"refused","code":"(\w+)"/) ?? [];
  if (code === inMeans) return "in";
  if (code === "unauthenticated") return "sign in";
  if (code === "forbidden" || code === "second_factor_required") return "forbidden";
  if (code === "not_found" || answer.status === 404) return "not found";
  const isDone = /"status":"done"/.test(text) || answer.headers.has("x-action-redirect") || answer.status === 204;
  if (isDone || (!takesState && answer.ok)) return "in";
  return `refused: ${code ?? answer.status} ${text.slice(0, 300)}`;
}

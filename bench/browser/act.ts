import type { Step } from "./recording";

const sideBySide = 6;

/**
 * Does what was recorded once: the page and the form one after the other, then what the page asks
 * for, six requests side by side. Static files that this browser has are not asked for again.
 */
export async function act(
  steps: readonly Step[] = [],
  cached: Set<string>,
  ask: (step: Step) => Promise<void>,
): Promise<void> {
  const asked = steps.filter(({ kind, target }) => kind !== "asset" || !cached.has(target));
  for (const { kind, target } of asked) if (kind === "asset") cached.add(target);
  const isInTurn = ({ kind }: Step) => kind === "page" || kind === "form";
  for (const step of asked.filter(isInTurn)) await ask(step);
  const rest = asked.filter((step) => !isInTurn(step));
  while (rest.length > 0) await Promise.all(rest.splice(0, sideBySide).map(ask));
}

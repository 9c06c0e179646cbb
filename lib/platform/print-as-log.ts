import { format } from "node:util";
import { describeFault } from "./describe-fault";
import { log } from "./log";
import { strikeOut } from "./strike-out";

/**
 * Puts what a framework prints to the console into the log, one line each, with what a log must not
 * hold struck out.
 */
export function printAsLog(target: Pick<Console, "error" | "warn"> = console): void {
  target.error = (...said: unknown[]) => put("error", said);
  target.warn = (...said: unknown[]) => put("warn", said);
}

function put(level: "error" | "warn", said: unknown[]): void {
  const thrown = said.find((part) => part instanceof Error);
  const words = said
    .filter((part) => part !== thrown)
    .map((part) => (part instanceof Error ? describeFault(part) : part));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
  const text = strikeOut(format(...words)).replace(/\x1b\[[0-9;]*m/g, "");
  log[level]({ ...(thrown !== undefined && { err: thrown }) }, text || "a fault was printed");
}

import type { ReplayLoad } from "../browser/drive-steps";
import { median } from "../percentile";
import type { BrowserCases } from "./browser-cases";
import { type Case, databaseMicrosOf, ownMicrosOf, rateOf } from "./measured";
import { printCases } from "./print-cases";

type Tell = (line: string) => void;

/**
 * The table of what browsers do, and the ratios between its rows; a registration is its page, its
 * form and what follows, in one.
 */
export function printBrowserCases(cases: BrowserCases, connections: number, tell: Tell): void {
  printCases(`as browsers do, ${connections} connections, medians`, Object.values(cases), tell);
  const c = cases;
  for (const one of [c.register, c.registerSignedIn, c.registerPlain, c.registerPlainSignedIn]) tell(partsOf(one));
  for (const one of Object.values(cases)) for (const line of unwantedOf(one)) tell(line);
  tell(`\n${`ratios by rate, ${connections} connections`.padEnd(62)}${"is".padStart(8)}${"wanted".padStart(10)}`);
  const atLeast = (name: string, left: Case, right: Case, wanted: number) => {
    tell(`${name.padEnd(62)}${(rateOf(left) / rateOf(right)).toFixed(2).padStart(8)}${`≥ ${wanted}`.padStart(10)}`);
  };
  atLeast("list: signed in to stranger", c.listSignedIn, c.list, 0.8);
  atLeast("list: newsletter link to stranger", c.listNewsletter, c.list, 0.8);
  atLeast("list: newsletter link, signed in, to stranger", c.listNewsletterSignedIn, c.list, 0.8);
  atLeast("event: signed in to stranger", c.eventSignedIn, c.event, 0.8);
  atLeast("event: newsletter link to stranger", c.eventNewsletter, c.event, 0.8);
  atLeast("event: newsletter link, signed in, to stranger", c.eventNewsletterSignedIn, c.event, 0.8);
  for (const [name, one] of [
    ["stranger", c.list],
    ["signed in", c.listSignedIn],
    ["newsletter link", c.listNewsletter],
  ] as const)
    atLeast(`list: ${name} to node:http that does nothing`, one, c.bareNull, 0.2);
  for (const [name, one] of [
    ["stranger", c.event],
    ["signed in", c.eventSignedIn],
    ["newsletter link", c.eventNewsletter],
  ] as const)
    atLeast(`event: ${name} to node:http that does nothing`, one, c.bareNull, 0.35);
  for (const one of [c.register, c.registerSignedIn, c.registerPlain, c.registerPlainSignedIn]) {
    const ms = (ownMicrosOf(one) + databaseMicrosOf(one)) / 1000;
    tell(`${`${one.name}, ms of processor in all`.padEnd(62)}${ms.toFixed(2).padStart(8)}${"< 1.5".padStart(10)}`);
  }
}

function partsOf({ name, loads }: Case<ReplayLoad>): string {
  const p95 = (kind: "page" | "form" | "data") => {
    const ms = median(loads.map(({ p95s }) => p95s[kind]));
    return Number.isNaN(ms) ? "none" : `${ms.toFixed(0)} ms`;
  };
  return `  ${name}: p95 of its page ${p95("page")}, of the form ${p95("form")}, of what scripts ask ${p95("data")}`;
}

function unwantedOf({ name, loads }: Case<ReplayLoad>): string[] {
  const counts = new Map<string, number>();
  for (const { unwanted } of loads)
    for (const [status, times] of Object.entries(unwanted)) counts.set(status, (counts.get(status) ?? 0) + times);
  return [...counts].map(([status, times]) => `  ${name}: answered with ${status} ${times} times`);
}

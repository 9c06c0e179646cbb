import { type Case, rowOf } from "./measured";

type Tell = (line: string) => void;

const heads = ["answers/s", "p50 ms", "p95 ms", "web µs", "db µs", "others"];

/** A table of cases, medians of their rounds. */
export function printCases(heading: string, cases: readonly Case[], tell: Tell): void {
  tell(`\n${heading.padEnd(52)}${heads.map((head) => head.padStart(10)).join("")}`);
  for (const one of cases) tell(rowOf(one));
}

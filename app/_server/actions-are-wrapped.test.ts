import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const app = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

const serverFiles = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && statSync(path.join(app, name)).isFile())
  .filter((name) => /^["']use server["']/.test(readFileSync(path.join(app, name), "utf8")));

test("there are server actions to look at", () => {
  expect(serverFiles.length).toBeGreaterThan(5);
});

// Next makes a public endpoint of every function that stands inside an `export const` of such a file, so the verb's call inside
// `action(…)` could be reached past its access rule, with a forged scope. `const x = action(…); export { x };` exports the wrapper only.
test.each(serverFiles)("%s exports nothing inline but plain async functions", (name) => {
  const source = readFileSync(path.join(app, name), "utf8");
  const inline = source.split("\n").filter((line) => /^export\s+(?!async function\b|type\b|\{)/.test(line));
  expect(inline).toEqual([]);
});

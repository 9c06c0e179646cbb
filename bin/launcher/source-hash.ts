import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "./paths";

const sources = [
  ...["app", "lib", "db", "bin", "public", "middleware.ts", "instrumentation.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package-lock.json"],
];

/** One hash over everything that a build is made of: equal hashes, equal builds. */
export function hashSources(): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source)).sort()) {
      if (/\.(test|spec)\.tsx?$/.test(file)) continue;
      hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function filesOf(source: string): string[] {
  const stat = statSync(source, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "@/lib/platform/config";
import { bundleElements, bundleEntries } from "./bundle-entries";
import { holdLock, releaseLock } from "./hold-lock";
import { endOfLog } from "./log-file";
import { bundles, root, standalone } from "./paths";
import type { Tell } from "./report";
import { hashSources } from "./source-hash";
import { StartFault } from "./start-fault";

const shared = ["lib", "db", "tsconfig.json", "package-lock.json"];
const parts = [
  {
    news: "the pages (a minute or two)",
    sources: [...shared, "app", "public", "next.config.mjs", "postcss.config.mjs"],
    stamp: path.join(root, ".next/built-from"),
    build: buildPages,
  },
  {
    news: "the script of public pages",
    sources: [...shared, "app"],
    // Goes with the pages' own output, since building those takes the script away too.
    stamp: path.join(standalone, "elements-built-from"),
    build: bundleElements,
  },
  {
    news: "the worker and the front",
    sources: [...shared, "bin", "app"],
    stamp: path.join(bundles, "built-from"),
    build: bundleEntries,
  },
];

/**
 * Builds the pages and what runs beside them, unless what is there was made from these very
 * sources. Two builders take turns.
 */
export async function buildProduct(logFile: string, tell: Tell): Promise<void> {
  if (parts.every(isUpToDate)) {
    tell("nothing changed");
    return;
  }
  const lock = path.join(root, "node_modules/.cache/turnout-build.lock");
  mkdirSync(path.dirname(lock), { recursive: true });
  while (holdLock(lock)) {
    tell("waiting for another build in this folder");
    await sleep(1_000);
  }
  try {
    for (const part of parts) {
      if (isUpToDate(part)) continue;
      tell(part.news);
      rmSync(part.stamp, { force: true });
      const sources = hashSources(part.sources);
      await part.build(logFile);
      writeFileSync(part.stamp, sources);
    }
  } finally {
    releaseLock(lock);
  }
}

function isUpToDate({ stamp, sources }: (typeof parts)[number]): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources(sources);
}

async function buildPages(logFile: string): Promise<void> {
  const log = openSync(logFile, "w", 0o600);
  const build = spawn(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    stdio: ["ignore", log, log],
    env: childEnvironment({
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // A build reads settings (modules are loaded) but must depend on none of them.
      AUTH_SECRET: "only-while-building-0123456789abcdef",
      DATABASE_URL: "postgres://build@127.0.0.1:1/build",
      REDIS_URL: "",
    }),
  });
  // Whoever stops us meanwhile stops it too.
  const abandon = () => build.kill();
  process.once("exit", abandon);
  const [code] = await once(build, "exit");
  process.off("exit", abandon);
  closeSync(log);
  if (code !== 0) {
    throw new StartFault(`Building the pages failed. ${endOfLog(logFile)}`);
  }
  // Next leaves these two for a CDN; we serve them ourselves.
  for (const [from, to] of [
    [".next/static", ".next/static"],
    ["public", "public"],
  ] as const) {
    if (existsSync(path.join(root, from)))
      cpSync(path.join(root, from), path.join(standalone, to), { recursive: true });
  }
}

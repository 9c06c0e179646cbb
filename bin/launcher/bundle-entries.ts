import { rmSync } from "node:fs";
import { build, stop } from "esbuild";
import { bundles, elementsFolders, root } from "./paths";

const exitWithLauncher = { "exit-with-launcher": "bin/launcher/exit-with-launcher.ts" };
const front = { front: "app/_front/preload.ts" };
// Native or self-locating packages; the same that Next leaves where they are.
const unbundled = ["@node-rs/argon2", "pino", "prom-client", "postgres", "ioredis", "temporal-polyfill"];
const programs = {
  worker: "lib/worker/main.ts",
  "ses-recorder": "lib/platform/ses-recorder/main.ts",
  seed: "db/seed/main.ts",
  "prepare-accounts": "bin/launcher/prepare-accounts-entry.ts",
};

/**
 * Bundles everything that runs outside Next into `dist/`: our own sources inlined, npm packages
 * left where they are but for the front, which is to start at once.
 */
export async function bundleEntries(): Promise<void> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    outdir: bundles,
    jsx: "automatic",
    sourcemap: "linked",
    logLevel: "silent",
  } as const;
  const preload = { ...common, format: "cjs", outExtension: { ".js": ".cjs" } } as const;
  await build({ ...preload, entryPoints: exitWithLauncher });
  await build({ ...preload, entryPoints: front, external: unbundled });
  await build({ ...common, entryPoints: programs, format: "esm", packages: "external" });
  // Its helper process would stay for as long as the product runs.
  await stop();
}

/**
 * Bundles the script of public pages for browsers, under names that change with their bytes, and
 * removes the former ones.
 */
export async function bundleElements(): Promise<void> {
  for (const outdir of elementsFolders) {
    rmSync(outdir, { recursive: true, force: true });
    await build({
      absWorkingDir: root,
      entryPoints: { elements: "app/_elements/main.ts" },
      entryNames: "[name]-[hash]",
      outdir,
      bundle: true,
      minify: true,
      platform: "browser",
      // What few pages need lies in a file of its own, loaded when it is.
      format: "esm",
      splitting: true,
      chunkNames: "[name]-[hash]",
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
      sourcemap: false,
      logLevel: "silent",
    });
  }
  await stop();
}

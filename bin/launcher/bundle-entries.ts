import { build, stop } from "esbuild";
import { bundles, root } from "./paths";

const preloads = { guard: "lib/platform/guard/preload.ts", leash: "bin/launcher/leash.ts" };
const programs = {
  worker: "lib/worker/main.ts",
  "ses-recorder": "lib/platform/ses-recorder/main.ts",
  seed: "db/seed/main.ts",
};

/** Bundles everything that runs outside Next into `dist/`: our own sources inlined, npm packages left where they are. */
export async function bundleEntries(): Promise<void> {
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    outdir: bundles,
    packages: "external",
    jsx: "automatic",
    sourcemap: "linked",
    logLevel: "silent",
  } as const;
  await build({ ...common, entryPoints: preloads, format: "cjs", outExtension: { ".js": ".cjs" } });
  await build({ ...common, entryPoints: programs, format: "esm" });
  // Its helper process would stay for as long as the product runs.
  await stop();
}

import path from "node:path";
import { bundles } from "./paths";

/**
 * How V8 keeps the memory of a web process. A young generation of 32 MB instead of 16 saves no
 * processor and costs 35 MB in an opening of 500 people. And by how much it may have V8 decides how
 * much garbage to let lie: with all of the machine, three times what lives.
 */
export const heapFlags = ["--max-semi-space-size=16", "--max-old-space-size=512"];

/**
 * glibc keeps freed buffers in an arena for each thread that ever made one; two are enough for the
 * thread pool (mallopt(3)).
 */
export const allocatorSettings = { MALLOC_ARENA_MAX: "2" };

/** What a web process loads before Next: what ends it with the launcher, and the front. */
export const preloadFlags = ["exit-with-launcher", "front"].flatMap((name) => [
  "-r",
  path.join(bundles, `${name}.cjs`),
]);

import path from "node:path";
import { bundles } from "./paths";

/**
 * How V8 keeps the memory of a web process. Hundreds of requests in flight outgrow a young generation of 16 MB and are copied on, into which
 * a fifth of the time went. And by how much it may have V8 decides how much garbage to let lie: with all of the machine, three times
 * what lives, which are 40 MB.
 */
export const heapFlags = ["--max-semi-space-size=32", "--max-old-space-size=512"];

/** What a web process loads before Next: what ends it with the launcher, and the front. */
export const preloadFlags = ["exit-with-launcher", "front"].flatMap((name) => [
  "-r",
  path.join(bundles, `${name}.cjs`),
]);

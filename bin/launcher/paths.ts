import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, wherever the product was started from. */
export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Where the bundled entry points lie beside Next's own output. */
export const bundles = path.join(root, "dist");

/** Next's self-contained server. */
export const standalone = path.join(root, ".next/standalone");

/**
 * Where the script of public pages is built to: beside Next's own files, and where its server
 * serves them from.
 */
export const elementsFolders = [root, standalone].map((folder) => path.join(folder, ".next/static/elements"));

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
const built = (file: string) => JSON.parse(readFileSync(path.join(root, ".next/server", file), "utf8"));
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Every page of the build by its path, and every route by its method and path. */
export function listPagesAndRoutes(): string[] {
  const modules = Object.keys(built("app-paths-manifest.json")).filter((name) => name !== "/_not-found/page");
  return modules.flatMap((name) => {
    const shown = name.replaceAll(/\/\([^)]+\)/g, "").replace(/\/(page|route)$/, "") || "/";
    if (name.endsWith("/page")) return [`page ${shown}`];
    const source = readSource(name);
    // Pictures and lists that Next makes of a file have no source of their own.
    if (source === null) return [];
    return methods
      .filter((method) =>
        new RegExp(`export (const|async function|function) ${method}\\b|as ${method}\\b`).test(source),
      )
      .map((method) => `${method} ${shown}`);
  });
}

function readSource(name: string): string | null {
  try {
    return readFileSync(path.join(root, "app", `${name}.ts`), "utf8");
  } catch {
    return null;
  }
}

let ids: Map<string, string> | undefined;

/** The id under which the build answers each server action, by the action's name. */
export function actionIds(): Map<string, string> {
  ids ??= findActionIds();
  return ids;
}

/** The ids that the build answers. */
export function listBuiltActionIds(): string[] {
  return Object.keys(built("server-reference-manifest.json").node);
}

// Next 14 makes an id of the file's place and the export's name.
function findActionIds(): Map<string, string> {
  const known = new Set(listBuiltActionIds());
  const found = new Map<string, string>();
  for (const file of readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const place = path.join(root, "app", file);
    const source = readFileSync(place, "utf8");
    if (!/^["']use server["']/.test(source)) continue;
    for (const name of exportedNames(source)) {
      const id = createHash("sha1").update(`${place}:${name}`).digest("hex");
      if (known.has(id)) found.set(name, id);
    }
  }
  return found;
}

function exportedNames(source: string): string[] {
  const functions = [...source.matchAll(/export async function (\w+)/g)].map(([, name = ""]) => name);
  const lists = [...source.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names = ""]) => names.split(","));
  return [...functions, ...lists.map((name) => name.trim()).filter(Boolean)];
}

import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { encoded } from "./encoded";
import type { Visit } from "./visit";
import { etagOf, type Kept, writeKept } from "./write-kept";

const prefix = "/_next/static/";
const folder = path.resolve(".next/static");
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".woff2": "font/woff2",
};

const kept = new Map<string, Promise<Kept>>();
let names: Set<string> | undefined;

/** The name of a built file that this path asks for, which can be none but those that were built; null where Next answers. */
export function findAsset(method: string, target: string): string | null {
  if (method !== "GET" || !target.startsWith(prefix)) return null;
  names ??= new Set(existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : []);
  const name = target.slice(prefix.length).replaceAll("%5B", "[").replaceAll("%5D", "]");
  return types[path.extname(name)] !== undefined && names.has(name) ? name : null;
}

/** Answers with the built file, read and compressed once; its name changes with its bytes, so it is good for ever. */
export async function answerWithAsset({ request, response }: Visit, name: string): Promise<void> {
  const reading = kept.get(name) ?? readAsset(name);
  kept.set(name, reading);
  try {
    await writeKept(request, response, await reading);
  } catch {
    kept.delete(name);
    response.writeHead(500).end();
  }
}

async function readAsset(name: string): Promise<Kept> {
  const bytes = await readFile(path.join(folder, name));
  const extension = path.extname(name);
  return {
    status: 200,
    headers: {
      "Content-Type": types[extension] ?? "",
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    },
    etag: etagOf(bytes),
    // Fonts are compressed already.
    bodies: extension === ".woff2" ? { identity: () => bytes } : encoded(bytes),
  };
}

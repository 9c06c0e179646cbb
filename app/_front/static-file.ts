import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { encoded } from "./encoded";
import type { Exchange } from "./exchange";
import { type CachedAnswer, etagOf, writeCached } from "./write-cached";

/** A file as it is served: where it lies, and whether its name changes with its bytes. */
type StaticFile = { file: string; isImmutable: boolean };

const folders = { "/_next/static/": path.resolve(".next/static"), "/": path.resolve("public") };
const types: Record<string, string> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
};
const compressible = new Set([".js", ".css", ".svg"]);
const forEver = "public, max-age=31536000, immutable";
const askedEachTime = "public, max-age=0, must-revalidate";

const read = new Map<string, Promise<CachedAnswer>>();
let files: Map<string, StaticFile> | undefined;

/**
 * The file that this path names, which can be none but those that were built or lie in `public`;
 * null where Next answers.
 */
export function findStaticFile(method: string, target: string): StaticFile | null {
  if (method !== "GET" && method !== "HEAD") return null;
  files ??= new Map([...filesUnder("/"), ...filesUnder("/_next/static/")]);
  return files.get(target.replaceAll("%5B", "[").replaceAll("%5D", "]")) ?? null;
}

function filesUnder(prefix: keyof typeof folders): [string, StaticFile][] {
  const folder = folders[prefix];
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  return names
    .filter((name) => path.extname(name) in types)
    .map((name) => {
      const target = prefix + name;
      const isImmutable = target.startsWith("/_next/static/") || target.startsWith("/fonts/");
      return [target, { file: path.join(folder, name), isImmutable }];
    });
}

/** Answers with the file, read and compressed once. */
export async function answerWithFile(
  { request, response }: Exchange,
  { file, isImmutable }: StaticFile,
): Promise<void> {
  const reading = read.get(file) ?? readStaticFile(file, isImmutable);
  read.set(file, reading);
  try {
    await writeCached(request, response, await reading);
  } catch {
    read.delete(file);
    response.writeHead(500).end();
  }
}

async function readStaticFile(file: string, isImmutable: boolean): Promise<CachedAnswer> {
  const bytes = await readFile(file);
  const extension = path.extname(file);
  return {
    status: 200,
    headers: {
      "Content-Type": types[extension] ?? "",
      "Cache-Control": isImmutable ? forEver : askedEachTime,
      Vary: "Accept-Encoding",
    },
    etag: etagOf(bytes),
    bodies: compressible.has(extension) ? encoded(bytes) : { identity: () => bytes },
  };
}

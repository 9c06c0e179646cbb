import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { formKeySlotOf } from "./form-key-slot";
import type { Rendering } from "./render-page";
import { scriptHashesOf } from "./script-hashes";

export type Encoding = "br" | "gzip" | "identity";

/** A page for anybody: its bytes in each encoding, made once, and what is said about them. */
export type KeptPage = {
  status: number;
  headers: Record<string, string>;
  /** Hashes of the scripts that this page may run. */
  scripts: string[];
  /** Null where every answer is another. */
  etag: string | null;
  bodies: Partial<Record<Encoding, () => Buffer | Promise<Buffer>>> & { identity: () => Buffer };
};

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const variesBy = "RSC, Next-Router-State-Tree, Next-Router-Prefetch, Cookie, Accept-Encoding";
// Whoever stands between (a CDN) may answer for a second; a browser asks each time, since its owner may have signed in meanwhile.
const forAnybody = "public, max-age=0, s-maxage=1, must-revalidate";
const forOne = "private, no-cache, no-store, max-age=0, must-revalidate";

/** The rendering as a page for anybody; null when it says something to one caller alone, or is no page. */
export function keptPageOf({ status, headers: said, html: drawn, nonce }: Rendering): KeptPage | null {
  const isRedirect = said.location !== undefined;
  if (said["set-cookie"] || (!isRedirect && !said["content-type"]?.startsWith("text/html"))) return null;
  const { html, hashes } = scriptHashesOf(drawn, nonce);
  const slot = formKeySlotOf(html);
  const isForAnybody = isKeepable(status) && !slot;
  const headers = {
    "Content-Type": said["content-type"] ?? "text/html; charset=utf-8",
    "Cache-Control": isForAnybody ? forAnybody : forOne,
    Vary: variesBy,
    ...(said.location && { Location: said.location }),
    ...(said.link && { Link: String(said.link) }),
  };
  if (slot) return { status, headers, scripts: hashes, etag: null, bodies: slot };
  const identity = Buffer.from(html);
  const etag = `W/"${createHash("sha1").update(identity).digest("base64url")}"`;
  const bodies = {
    identity: () => identity,
    gzip: once(() => toGzip(identity)),
    br: once(() => toBrotli(identity, brotliOptions)),
  };
  return { status, headers, scripts: hashes, etag: isForAnybody ? etag : null, bodies };
}

/** True for what stays so for a while; an error is told to those who wait for it and forgotten. */
export function isKeepable(status: number): boolean {
  return status === 200 || status === 307 || status === 308;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

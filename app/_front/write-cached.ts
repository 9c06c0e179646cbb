import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type Encoding = "br" | "gzip" | "identity";

/** An answer that many get alike: its bytes in each encoding, and what is said about them. */
export type CachedAnswer = {
  status: number;
  headers: Record<string, string>;
  /** Null for what browsers must not keep. */
  etag: string | null;
  bodies: { identity: () => Buffer } & Partial<Record<"br" | "gzip", () => Buffer | Promise<Buffer>>>;
};

/** The tag of these bytes: weak, since it is the same for each of their encodings. */
export function etagOf(bytes: Buffer): string {
  return `W/"${createHash("sha1").update(bytes).digest("base64url")}"`;
}

/** Writes it in the smallest encoding that the caller takes, or 304 when they have it already. */
export async function writeCached(
  { headers: asked, method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, etag, bodies }: CachedAnswer,
): Promise<void> {
  const tag = etag ? { ETag: etag } : {};
  if (etag && asked["if-none-match"]?.split(/,\s*/).includes(etag)) {
    const { "Content-Type": _, ...others } = headers;
    response.writeHead(304, { ...others, ...tag }).end();
    return;
  }
  const encoding = preferredEncoding(asked["accept-encoding"], bodies);
  const body = await (bodies[encoding] ?? bodies.identity)();
  response.writeHead(status, {
    ...headers,
    ...tag,
    ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    "Content-Length": body.length,
  });
  response.end(method === "HEAD" ? undefined : body);
}

const smallestFirst: readonly Encoding[] = ["br", "gzip"];

/** The smallest encoding that the caller takes and that there is. */
export function preferredEncoding(
  accepted: string | string[] | undefined,
  bodies: Partial<Record<Encoding, unknown>>,
): Encoding {
  const named = String(accepted ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase());
  return smallestFirst.find((encoding) => bodies[encoding] && named.includes(encoding)) ?? "identity";
}

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type Encoding = "br" | "gzip" | "identity";

/** What many get alike: its bytes in each encoding, and what is said about them. */
export type Kept = {
  status: number;
  headers: Record<string, string>;
  /** Null for what is told once and forgotten. */
  etag: string | null;
  bodies: Partial<Record<Encoding, () => Buffer | Promise<Buffer>>> & { identity: () => Buffer };
};

/** The tag of these bytes: weak, since it is the same for each of their encodings. */
export function etagOf(bytes: Buffer): string {
  return `W/"${createHash("sha1").update(bytes).digest("base64url")}"`;
}

/** Writes it in the smallest encoding that the caller takes, or 304 when they have it already. */
export async function writeKept(
  { headers: asked, method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, etag, bodies }: Kept,
): Promise<void> {
  const tag = etag ? { ETag: etag } : {};
  if (etag && asked["if-none-match"]?.split(/,\s*/).includes(etag)) {
    const { "Content-Type": _, ...others } = headers;
    response.writeHead(304, { ...others, ...tag }).end();
    return;
  }
  const encoding = preferred(String(asked["accept-encoding"] ?? ""), bodies);
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

function preferred(accepted: string, bodies: Kept["bodies"]): Encoding {
  const named = accepted.split(",").map((part) => part.trim().toLowerCase());
  return smallestFirst.find((encoding) => bodies[encoding] && named.includes(encoding)) ?? "identity";
}

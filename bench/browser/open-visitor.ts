import { type Agent, type IncomingHttpHeaders, request as send } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Values } from "./places";
import type { Step } from "./recording";
import { remember } from "./remember";
import { type Request, requestOf } from "./request-of";

/** What came back; null where the connection broke before an answer was whole. */
export type Reply = { status: number; headers: IncomingHttpHeaders; body: string } | null;

export type Visitor = {
  /** What stands in this visitor's places now. */
  values: Values;
  /**
   * `resent`: how often a connection broke under it and it was sent again on another, as browsers
   * do.
   */
  ask: (step: Step) => Promise<{ reply: Reply; request: Request; ms: number; resent: number }>;
};

/** After so long a browser's person has given up. */
export const patienceMs = 20_000;

const builders = new WeakMap<Step, ReturnType<typeof requestOf>>();

/**
 * One browser that replays recorded steps: it remembers cookies, the ETag of each page, and its
 * ticket.
 */
export function openVisitor(url: string, agent: Agent, values: Values): Visitor {
  const etags = new Map<string, string>();
  return { values, ask };

  async function ask(step: Step) {
    const build = builders.get(step) ?? requestOf(step);
    builders.set(step, build);
    values.etag = etags.get(step.target);
    const request = build(values);
    request.headers["accept-encoding"] = "gzip, br";
    const startedAt = performance.now();
    let resent = 0;
    const reply = await exchange(url, agent, request, () => resent++);
    const ms = performance.now() - startedAt;
    if (reply?.headers.etag) etags.set(step.target, reply.headers.etag);
    if (reply) remember(values, reply.headers, step.kind === "form" ? reply.body : null);
    return { reply, request, ms, resent };
  }
}

function exchange(url: string, agent: Agent, request: Request, onResend: () => void): Promise<Reply> {
  const { method, path, headers, body } = request;
  const startedAt = performance.now();
  const hasWaited = () => performance.now() - startedAt >= patienceMs;
  return new Promise((resolve) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
    const sent = send(url + path, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", () => resolve(null));
      answer.once("end", () => {
        const text = decode(Buffer.concat(chunks), answer.headers["content-encoding"]);
        resolve(text === null ? null : { status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
    });
    sent.setTimeout(patienceMs, () => sent.destroy());
    // A kept connection that the server has just closed: browsers send again on a new one.
    sent.once("error", () => {
      if (!sent.reusedSocket || hasWaited()) return resolve(null);
      onResend();
      resolve(exchange(url, agent, request, onResend));
    });
    sent.end(body);
  });
}

function decode(bytes: Buffer, encoding: string | undefined): string | null {
  if (bytes.length === 0) return "";
  try {
    if (encoding === "gzip") return gunzipSync(bytes).toString();
    return encoding === "br" ? brotliDecompressSync(bytes).toString() : bytes.toString();
  } catch {
    return null;
  }
}

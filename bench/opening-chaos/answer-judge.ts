import { createHash } from "node:crypto";
import { patienceMs, type Reply } from "../browser/open-visitor";
import { compilePlaces, type Values } from "../browser/places";
import type { Step } from "../browser/recording";
import type { Request } from "../browser/request-of";
import { titleOf } from "../browser/steps-of";

/**
 * One request of somebody, and what came back; `msAfterKill`: how long ago a web process was last
 * killed when the answer broke off.
 */
export type Seen = { step: Step; values: Values; request: Request; reply: Reply; ms: number; msAfterKill: number };

export type AnswerJudge = {
  /**
   * Looks at one answer: `good`, `refused` politely, or `broken` off; what is wrong is added to the
   * faults.
   */
  judge: (seen: Seen) => "good" | "refused" | "broken";
  faults: string[];
  counts: Record<"good" | "refused" | "broken", number>;
};

// A kill shows at once, but this process has hundreds of answers to look at.
const breaksWithinMs = 3_000;
const mark = /visitor-([0-9a-f]{8})@|Visitor ([0-9a-f]{8})/g;

/**
 * Judges each answer by what one was recorded to get: the right page or a polite 503, never anybody
 * else's bytes, nobody's name in what may be kept for all, and the same bytes wherever the ETag is
 * the same.
 */
export function createAnswerJudge(): AnswerJudge {
  const faults: string[] = [];
  const counts = { good: 0, refused: 0, broken: 0 };
  const hashes = new Map<string, string>();
  return { judge, faults, counts };

  function judge(seen: Seen): "good" | "refused" | "broken" {
    const what = seen.reply === null ? "broken" : seen.reply.status === 503 ? "refused" : "good";
    counts[what] += 1;
    const found =
      seen.reply === null
        ? faultsOfBreak(seen)
        : seen.reply.status === 503
          ? faultsOfRefusal(seen.step, seen.reply)
          : [...faultsOfAnswer(seen, seen.reply), ...faultsOfTag(seen, seen.reply)];
    for (const fault of found) faults.push(`${seen.request.method} ${seen.request.path}: ${fault}`);
    return what;
  }

  function faultsOfTag({ request }: Seen, { status, headers, body }: NonNullable<Reply>): string[] {
    if (status !== 200 || !headers.etag) return [];
    const key = `${request.path} ${headers.etag}`;
    const hash = createHash("sha1").update(body).digest("base64");
    const known = hashes.get(key) ?? hash;
    hashes.set(key, known);
    return known === hash ? [] : ["other bytes under the same ETag"];
  }
}

function faultsOfBreak({ ms, msAfterKill }: Seen): string[] {
  if (ms >= patienceMs) return [`no answer within ${patienceMs / 1000} seconds`];
  return msAfterKill <= breaksWithinMs ? [] : ["the connection broke though nothing was killed"];
}

function faultsOfRefusal({ kind }: Step, { headers, body }: NonNullable<Reply>): string[] {
  const faults: string[] = [];
  if (!/^[1-9]\d*$/.test(headers["retry-after"] ?? "")) faults.push("a 503 that does not say when to come back");
  if (kind === "page" ? !/<h1/.test(body) : !/<h1|"detail"/.test(body)) faults.push("a 503 without a word of why");
  if (/public|s-maxage/.test(headers["cache-control"] ?? "")) faults.push("a 503 that may be kept");
  return faults;
}

function faultsOfAnswer({ step, values, request }: Seen, reply: NonNullable<Reply>): string[] {
  const { status, headers, body } = reply;
  if (status === 304) return request.headers["if-none-match"] ? [] : ["304 to somebody who has nothing"];
  const wanted = step.status === 304 ? 200 : step.status;
  if (status !== wanted) return [`${status} instead of ${wanted}`];
  const faults: string[] = [];
  const title = step.title === null ? null : compilePlaces(step.title)(values);
  if (title !== null && titleOf(body) !== title) faults.push(`the page "${titleOf(body)}" instead of "${title}"`);
  const names = [...body.matchAll(mark)].map(([, inAddress, inName]) => inAddress ?? inName ?? "");
  const own = values.email?.match(/[0-9a-f]{8}/)?.[0];
  if (names.some((name) => name !== own)) faults.push("names somebody else");
  if (step.namesPerson && !names.some((name) => name === own)) faults.push("does not name whoever asks");
  const isPrivate = /private|no-store/.test(headers["cache-control"] ?? "");
  if (names.length > 0 && request.method === "GET" && !isPrivate) faults.push("names a person and may be kept for all");
  return faults;
}

import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { percentile } from "../percentile";
import type { Load } from "../registrations/drive";
import type { Values } from "./places";
import type { Kind, Step } from "./recording";
import { remember } from "./remember";
import { requestOf } from "./request-of";

export type Replay = {
  url: string;
  steps: readonly Step[];
  /** The values of each turn through the steps; `nth` counts the turns of all connections. */
  valuesOf: (nth: number, connection: number) => Values;
  connections: number;
  seconds: number;
  /**
   * Only the recorded status counts; else a page that came whole is as good as one found unchanged.
   */
  strict?: boolean;
};

/**
 * What a run saw of whole turns through the steps, with the p95 of each kind of step in
 * milliseconds (NaN without one).
 */
export type ReplayLoad = Load & {
  p95s: Record<Kind, number>;
  /** How often each status came that was not wanted. */
  unwanted: Record<number, number>;
};

const warmUpMs = 500;

/**
 * Replays recorded steps over and over, one connection a browser, each step when the one before is
 * answered (HTTP/1.1 keep-alive).
 */
export async function driveSteps({ url, steps, valuesOf, connections, seconds, strict }: Replay): Promise<ReplayLoad> {
  const plans = steps.map((step, at) => ({ step, build: requestOf(step), reads: readsAnswer(steps, at) }));
  const turns: number[] = [];
  const took: Record<Kind, number[]> = { page: [], form: [], data: [], asset: [] };
  const unwanted: Record<number, number> = {};
  let [opened, nth, others, answers] = [0, 0, 0, 0];
  const startedAt = performance.now();

  function setUp(client: autocannon.Client): void {
    const connection = opened++;
    let values: Values = {};
    let [turnAt, stepAt, isGood] = [0, 0, true];
    const etags = new Map<string, string>();
    client.setRequests(
      plans.map(({ step, build, reads }, at) => ({
        setupRequest: (given) => {
          if (at === 0) {
            values = { ...valuesOf(nth++, connection) };
            turnAt = performance.now();
            isGood = true;
          }
          values.etag = etags.get(step.target);
          stepAt = performance.now();
          const { method, path, headers, body } = build(values);
          if (reads) headers["accept-encoding"] = "identity";
          return { ...given, method: method as "GET", path, headers, body };
        },
        onResponse: (status, body, _context, given) => {
          const headers = lowerCased(given ?? {});
          if (typeof headers.etag === "string") etags.set(step.target, headers.etag);
          remember(values, headers, reads ? body : null);
          const isRight = isWanted(status, step.status, strict);
          isGood &&= isRight;
          const now = performance.now();
          const counts = now - startedAt > warmUpMs;
          if (counts) took[step.kind].push(now - stepAt);
          if (counts && !isRight) unwanted[status] = (unwanted[status] ?? 0) + 1;
          answers += 1 / plans.length;
          if (at < plans.length - 1 || !counts) return;
          if (isGood) turns.push(now - turnAt);
          else others += 1;
        },
      })),
    );
  }

  const options: autocannon.Options = {
    url,
    connections,
    duration: seconds + warmUpMs / 1000,
    timeout: 60,
    setupClient: setUp,
  };
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
  });
  // Lets the server finish what the last connections left behind.
  await sleep(300);
  const p95Of = (kind: Kind) => percentile(took[kind], 0.95);
  return {
    perSecond: turns.length / seconds,
    p50: percentile(turns, 0.5),
    p95: percentile(turns, 0.95),
    wanted: turns.length,
    others: others + errors + timeouts,
    answers,
    p95s: { page: p95Of("page"), form: p95Of("form"), data: p95Of("data"), asset: p95Of("asset") },
    unwanted,
  };
}

/** A ticket that a form's answer shows is what later steps ask for. */
function readsAnswer(steps: readonly Step[], at: number): boolean {
  return steps[at]?.kind === "form" && steps.slice(at + 1).some(({ target }) => target.includes("{{ticket}}"));
}

function isWanted(status: number, recorded: number, strict = false): boolean {
  return status === recorded || (!strict && recorded === 304 && status === 200);
}

function lowerCased(headers: object): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

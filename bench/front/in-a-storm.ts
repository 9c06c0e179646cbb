import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { offer, type Request } from "../registrations/drive";
import type { StormOrder } from "./storm";

/**
 * What one kind of request waited at most in 95 of 100 cases, in milliseconds: while nothing else
 * happened, and in the storm.
 */
export type Waited = { name: string; idle: number; during: number; failed: number };
export type StormSeen = { perSecond: number; waited: Waited[] };

const rate = 50;
const mostTimesIdle = 3;

/**
 * What those wait who want something else, fifty a second of each: while nothing else happens, and
 * while 500 browsers register.
 */
export async function measureInAStorm(order: StormOrder, others: Record<string, Request>): Promise<StormSeen> {
  const { url, seconds } = order;
  const ask = () =>
    Promise.all(Object.values(others).map((request) => offer({ url, request, wanted: [200], seconds, rate })));
  await ask();
  const idle = await ask();
  const storm = fork(fileURLToPath(new URL("./storm.ts", import.meta.url)), { execArgv: ["--import", "tsx"] });
  await once(storm, "message");
  storm.send(order);
  await once(storm, "message");
  const [[load], during] = await Promise.all([once(storm, "message") as Promise<[{ perSecond: number }]>, ask()]);
  const waited = Object.keys(others).map((name, nth) => ({
    name,
    idle: idle[nth]?.p95 ?? Number.NaN,
    during: during[nth]?.p95 ?? Number.NaN,
    failed: during[nth]?.others ?? 0,
  }));
  return { perSecond: load.perSecond, waited };
}

/** One storm in words. */
export function stormLineOf({ perSecond, waited }: StormSeen): string {
  const words = waited.map(({ name, idle, during, failed }) => {
    return `${name} ${idle.toFixed(1)} → ${during.toFixed(1)} (${(during / idle).toFixed(1)} times, failed ${failed})`;
  });
  return `in a storm of ${perSecond.toFixed(0)} registrations/s by browsers, p95 in ms at ${rate}/s: ${words.join(", ")}`;
}

/** In how many of the storms each stayed within three times of what it takes idle. */
export function withinLineOf(storms: readonly StormSeen[]): string {
  const names = storms[0]?.waited.map(({ name }) => name) ?? [];
  const counts = names.map((name) => {
    const seen = storms.flatMap(({ waited }) => waited.filter((one) => one.name === name));
    const within = seen.filter(({ idle, during, failed }) => failed === 0 && during <= mostTimesIdle * idle);
    return `${name} ${within.length} of ${storms.length}`;
  });
  return `storms in which p95 stayed within ${mostTimesIdle} times idle (wanted 4 of 5): ${counts.join(", ")}`;
}

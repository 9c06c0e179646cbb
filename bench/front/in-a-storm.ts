import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Load, offer, type Request } from "../registrations/drive";

type Storm = { eventId: string; others: Record<string, Request>; seconds: number };

const rate = 50;

/** What those wait who want something else, fifty a second of each: while nothing else happens, and while 500 connections register. */
export async function measureInAStorm(url: string, { eventId, others, seconds }: Storm): Promise<string> {
  const ask = () =>
    Promise.all(
      Object.entries(others).map(async ([name, request]) => {
        const { p95, others: failed } = await offer({ url, request, wanted: [200], seconds, rate });
        return { name, p95, failed };
      }),
    );
  await ask();
  const idle = await ask();
  const storm = fork(fileURLToPath(new URL("./storm.ts", import.meta.url)), [url, eventId, String(seconds)], {
    execArgv: ["--import", "tsx"],
  });
  await once(storm, "message");
  const [[load], during] = await Promise.all([once(storm, "message") as Promise<[Load]>, ask()]);
  const told = during.map(({ name, p95, failed }, nth) => {
    const before = idle[nth]?.p95 ?? Number.NaN;
    return `${name} ${before.toFixed(1)} → ${p95.toFixed(1)} (${(p95 / before).toFixed(1)} times, failed ${failed})`;
  });
  return `in a storm of ${load.perSecond.toFixed(0)} registrations/s, p95 in ms at ${rate}/s: ${told.join(", ")}`;
}

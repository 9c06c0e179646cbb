import { drive, offer, type Request } from "../registrations/drive";

type Storm = { registering: Request; others: Record<string, Request>; seconds: number };

const rate = 50;

/** What those wait who want something else, fifty a second of each: while nothing else happens, and while 500 connections register. */
export async function measureInAStorm(url: string, { registering, others, seconds }: Storm): Promise<string> {
  const ask = async () => {
    const loads = Object.entries(others).map(async ([name, request]) => {
      const { p95, others: failed } = await offer({ url, request, wanted: [200], seconds, rate });
      return { name, p95, failed };
    });
    return Promise.all(loads);
  };
  await ask();
  const idle = await ask();
  const [storm, during] = await Promise.all([
    drive({ url, request: registering, wanted: [201], connections: 500, seconds }),
    ask(),
  ]);
  const told = during.map(({ name, p95, failed }, nth) => {
    const before = idle[nth]?.p95 ?? Number.NaN;
    return `${name} ${before.toFixed(1)} → ${p95.toFixed(1)} (${(p95 / before).toFixed(1)} times, failed ${failed})`;
  });
  return `in a storm of ${storm.perSecond.toFixed(0)} registrations/s, p95 in ms at ${rate}/s: ${told.join(", ")}`;
}

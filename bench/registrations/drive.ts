import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

export type Request = { path: string; body?: () => unknown; headers?: Record<string, string> };

/** What a run of load saw: answers by status, how many of the wanted ones a second, and their latency in milliseconds. */
export type Load = {
  perSecond: number;
  p50: number;
  p95: number;
  wanted: number;
  others: number;
  /** All answers, those while it warmed up too. */
  answers: number;
};

type Drive = {
  url: string;
  request: Request;
  /** The statuses that count. */
  wanted: readonly number[];
  connections: number;
  seconds: number;
};

/** Load over HTTP/1.1 keep-alive from this process, and what came of it. The first half second warms up and does not count. */
export async function drive({ url, request, wanted, connections, seconds }: Drive): Promise<Load> {
  const warmUpMs = 500;
  const { path, body, headers } = request;
  const latencies: number[] = [];
  let others = 0;
  let answers = 0;
  const startedAt = performance.now();
  const options: autocannon.Options = {
    ...{ url, connections, duration: seconds + warmUpMs / 1000, timeout: 60 },
    requests: [
      body
        ? {
            method: "POST",
            path,
            headers: { "content-type": "application/json", ...headers },
            setupRequest: (given) => ({ ...given, body: JSON.stringify(body()) }),
          }
        : { method: "GET", path, headers },
    ],
  };
  const { errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    run.on("response", (_client, status, _bytes, latencyMs) => {
      answers += 1;
      if (performance.now() - startedAt < warmUpMs) return;
      if (wanted.includes(status)) latencies.push(latencyMs);
      else others += 1;
    });
  });
  // Lets the server finish what the last connections left behind.
  await sleep(300);
  return { ...loadOf(latencies, seconds, others + errors + timeouts), answers };
}

/** So many requests a second, each at an instant of its own share of it, whether or not the ones before are answered; latency counts from when each was due. */
export async function offer({
  url,
  request,
  wanted,
  seconds,
  rate,
}: Omit<Drive, "connections"> & { rate: number }): Promise<Load> {
  const latencies: number[] = [];
  let others = 0;
  const startedAt = performance.now();
  const calls = Array.from({ length: rate * seconds }, async (_, nth) => {
    const dueMs = ((nth + Math.random()) * 1000) / rate;
    await sleep(Math.max(0, dueMs - (performance.now() - startedAt)));
    const { body, headers } = request;
    const sent = body && { method: "POST", body: JSON.stringify(body()) };
    const answer = await fetch(url + request.path, {
      ...sent,
      headers: { ...(body && { "content-type": "application/json" }), ...headers },
    });
    await answer.arrayBuffer();
    if (wanted.includes(answer.status)) latencies.push(performance.now() - startedAt - dueMs);
    else others += 1;
  });
  await Promise.all(calls);
  return loadOf(latencies, seconds, others);
}

function loadOf(latencies: number[], seconds: number, others: number): Load {
  latencies.sort((left, right) => left - right);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return {
    ...{ perSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95) },
    ...{ wanted: latencies.length, others, answers: latencies.length + others },
  };
}

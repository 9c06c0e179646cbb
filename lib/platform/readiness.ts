import { sql } from "@/db/client";
import { config } from "./config";
import { isDraining } from "./draining";
import { withRedis } from "./redis";

export type Readiness = {
  isReady: boolean;
  database: "ok" | "failed";
  redis: "ok" | "failed" | "unused";
  draining: boolean;
};

const patienceMs = 2_000;

/** Whether this process should get requests now: what it needs answers, and it has not been asked to end. Never throws. */
export async function checkReadiness(): Promise<Readiness> {
  const [database, redis] = await Promise.all([
    inTime(sql()`select 1`),
    config().REDIS_URL ? inTime(withRedis((client) => client.ping(), rethrow)) : undefined,
  ]);
  const draining = isDraining();
  return {
    isReady: database && redis !== false && !draining,
    database: database ? "ok" : "failed",
    redis: redis === undefined ? "unused" : redis ? "ok" : "failed",
    draining,
  };
}

async function inTime(work: PromiseLike<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const done = Promise.resolve(work).then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([done, late]);
  clearTimeout(timer);
  return answered;
}

function rethrow(error: unknown): never {
  throw error ?? new Error("redis is not configured");
}

import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import postgres from "postgres";
import { findDescendants, postmasterOf } from "@/e2e/process-tree";
import type { StartedRedis } from "@/lib/testing/start-redis";

/** What a storm breaks. */
export type Target = {
  /** The launcher's process. */
  pid: number;
  dataDir: string;
  databaseUrl: string;
  redis: StartedRedis;
};

export type Fault = { name: string; strike: (target: Target) => Promise<void> };

/** Strikes by itself every so often, whatever else is broken at the time. */
export const killWeb: Fault = {
  name: "a web process killed",
  strike: async ({ pid }) => {
    const webs = findDescendants(pid, "next-server");
    const [victim] = webs.slice(Math.floor(Math.random() * webs.length));
    if (victim) send(victim, "SIGKILL");
  },
};

const terminateHolder: Fault = {
  name: "the session that holds an event's lock terminated",
  strike: async ({ databaseUrl }) => {
    const sql = postgres(databaseUrl, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      for (let attempt = 0; attempt < 200; attempt++) {
        const [holder] = await sql`
          select pg_terminate_backend(l.pid) from pg_locks l
          where l.locktype = 'transactionid' and l.mode = 'ExclusiveLock' and l.granted
            and exists (select from pg_locks w where w.locktype = 'transactionid' and not w.granted
                        and w.transactionid = l.transactionid) limit 1`;
        if (holder) return;
        await sleep(5);
      }
    } finally {
      await sql.end({ timeout: 1 });
    }
  },
};

const stopDatabase: Fault = {
  name: "PostgreSQL stopped at once and started again",
  strike: async ({ dataDir }) => {
    // SIGQUIT is its immediate shutdown, without a checkpoint; the launcher starts it again.
    send(postmasterOf(dataDir), "SIGQUIT");
  },
};

const hangRedis: Fault = {
  name: "Redis hung for two seconds",
  strike: async ({ redis }) => {
    const pid = redis.pid();
    send(pid, "SIGSTOP");
    await sleep(2_000);
    send(pid, "SIGCONT");
  },
};

const stopRedis: Fault = {
  name: "Redis stopped, and started again after two seconds",
  strike: async ({ redis }) => {
    await redis.stop();
    await sleep(2_000);
    await redis.start();
  },
};

const emptyRedis: Fault = {
  name: "Redis emptied",
  strike: async ({ redis }) => {
    const client = new Redis(redis.url, { maxRetriesPerRequest: 1 });
    await client.flushall();
    client.disconnect();
  },
};

/** The faults in the order in which they strike, over and over. */
export const allFaults: Fault[] = [terminateHolder, hangRedis, stopDatabase, stopRedis, emptyRedis];

/** Those of the short form. */
export const fewFaults: Fault[] = [terminateHolder, hangRedis];

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself a moment ago.
  }
}

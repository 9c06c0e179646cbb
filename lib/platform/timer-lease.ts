import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "./id";
import { log } from "./log";

const leaseSeconds = 30;
const renewEveryMs = 10_000;
// So often a timer says that it is well when nothing was due.
const idleReportSeconds = 30;

// Of the database, so that hosts whose clocks differ agree.
const at = sql`clock_timestamp()`;

type Options = {
  /** Ends the work at the next batch. */
  signal?: AbortSignal;
  /** A cheap condition without which nothing is done, not even written. */
  isDue?: SQL;
};

/**
 * Runs the work unless it runs anywhere else, and returns how much it did; 0 at once when another
 * process holds the timer's lease. The lease is renewed while the work goes on and ends 30 s after
 * its holder died; a holder that has lost it is told by the signal.
 */
export async function runWithLease(
  name: string,
  work: (signal: AbortSignal) => Promise<number>,
  { signal, isDue }: Options = {},
): Promise<number> {
  const holder = newId();
  if (!(await takeLease(name, holder, isDue))) return 0;
  const lost = new AbortController();
  const renewal = setInterval(() => void renewLease(name, holder, lost), renewEveryMs);
  let isDone = false;
  try {
    const count = await work(signal ? AbortSignal.any([signal, lost.signal]) : lost.signal);
    isDone = true;
    return count;
  } finally {
    clearInterval(renewal);
    await endLease(name, holder, isDone).catch((error: unknown) =>
      log.warn({ err: error, name }, "a lease was not ended"),
    );
  }
}

async function takeLease(name: string, holder: string, isDue: SQL = sql`true`): Promise<boolean> {
  const taken = await db().execute(sql`
    insert into timer_leases (name, holder, leased_until)
    select ${name}, ${holder}::uuid, ${at} + make_interval(secs => ${leaseSeconds})
    where not exists (select from timer_leases where name = ${name} and leased_until > ${at})
      and (${isDue} or not exists (
        select from timer_leases
        where name = ${name} and last_success_at > ${at} - make_interval(secs => ${idleReportSeconds})
      ))
    on conflict (name) do update set holder = excluded.holder, leased_until = excluded.leased_until
      where timer_leases.leased_until is null or timer_leases.leased_until <= ${at}
    returning name`);
  return taken.length > 0;
}

async function renewLease(name: string, holder: string, lost: AbortController): Promise<void> {
  try {
    const renewed = await db().execute(sql`
      update timer_leases set leased_until = ${at} + make_interval(secs => ${leaseSeconds})
      where name = ${name} and holder = ${holder}::uuid returning name`);
    if (renewed.length === 0) lost.abort();
  } catch (error) {
    log.warn({ err: error, name }, "a lease could not be renewed");
  }
}

async function endLease(name: string, holder: string, isDone: boolean): Promise<void> {
  await db().execute(sql`
    update timer_leases
    set holder = null, leased_until = null, last_success_at = case when ${isDone} then ${at} else last_success_at end
    where name = ${name} and holder = ${holder}::uuid`);
}

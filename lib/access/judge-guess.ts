import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inTransaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { inTurn } from "@/lib/platform/in-turn";
import { metrics } from "@/lib/platform/metrics";
import { enqueueMessages } from "@/lib/platform/outbox";
import { macFor } from "@/lib/platform/secrets";
import { noteSecurityEvent } from "@/lib/platform/security-event";
import type { Caller, SignInMethod } from "./caller";

const windowSeconds = 10 * 60;
const mostGuesses = 10;
/** Fewer than these at one account from everywhere together slow nobody. */
const unslowedGuesses = 20;
const longestPauseMs = 4_000;

/** The account that is guessed at; `userId` is null where the address is nobody's. */
type Account = { email: string; userId: string | null };

/**
 * What `judge` finds, or null for a wrong guess. Guesses are counted by account and network before
 * they are judged, and the right ones given back: from the eleventh wrong one in ten minutes on
 * `rate_limited`. Other networks, and browsers in which this account signed in before, have counts
 * of their own; many networks together are slowed, never refused.
 */
export async function judgeGuess<T>(
  { email, userId }: Account,
  { caller, method }: { caller: Caller; method: SignInMethod },
  judge: () => Promise<T | null>,
): Promise<T | null> {
  const limit = Math.floor(mostGuesses * config().RATE_LIMIT_SCALE);
  if (limit === 0) return judged(userId, method, await judge());
  const account = macFor("sign-in-guess", email).toString("base64url").slice(0, 22);
  const isKnown = userId !== null && caller.knownAccounts.includes(userId);
  const source = isKnown ? "known device" : `ip:${caller.network}`;
  if (!isKnown) await pause(pauseMs(await countGuesses(account)));
  // One at a time: many right ones at once are not many guesses.
  return inTurn(`guess ${account} ${source}`, async () => {
    const guesses = await countGuess(account, source, limit);
    if (guesses === null) throw await tooManyGuesses(account, source, method);
    const found = await judge();
    if (found !== null) await giveBack(account, source);
    else if (userId && guesses === limit) await tellOwner(userId);
    return judged(userId, method, found);
  });
}

/**
 * How long a guess waits after so many wrong ones at its account within a day: longer and longer,
 * four seconds at most.
 */
export function pauseMs(guesses: number): number {
  const over = guesses - unslowedGuesses;
  return over <= 0 ? 0 : Math.min(longestPauseMs, 125 * 2 ** Math.floor(over / 10));
}

async function judged<T>(userId: string | null, method: SignInMethod, found: T | null): Promise<T | null> {
  if (found !== null) return found;
  metrics().signIns.inc({ method, outcome: "refused" });
  const action = "session.refused";
  // Whoever tries addresses that are nobody's fills no table.
  if (!userId) noteSecurityEvent(action);
  else
    await inTransaction(undefined, (tx) =>
      recordAudit(tx, { actorId: null, action, subjectId: userId, detail: { method } }),
    );
  return null;
}

async function countGuess(account: string, source: string, limit: number): Promise<number | null> {
  const [at, begin] = [now().toISOString(), windowBegin().toISOString()];
  const isOver = sql`sign_in_guesses.started_at <= ${begin}::timestamptz`;
  const [row] = await db().execute<{ guesses: number }>(sql`
    insert into sign_in_guesses (account, source, guesses, started_at)
    values (${account}, ${source}, 1, ${at}::timestamptz)
    on conflict (account, source) do update set
      guesses = case when ${isOver} then 1 else sign_in_guesses.guesses + 1 end,
      started_at = case when ${isOver} then excluded.started_at else sign_in_guesses.started_at end
    where ${isOver} or sign_in_guesses.guesses < ${limit}
    returning guesses`);
  return row?.guesses ?? null;
}

async function giveBack(account: string, source: string): Promise<void> {
  await db().execute(sql`
    update sign_in_guesses set guesses = guesses - 1
    where account = ${account} and source = ${source} and guesses > 0`);
}

async function countGuesses(account: string): Promise<number> {
  const dayAgo = new Date(now().getTime() - 86_400_000).toISOString();
  const [row] = await db().execute<{ guesses: number }>(sql`
    select coalesce(sum(guesses), 0)::int as guesses from sign_in_guesses
    where account = ${account} and started_at > ${dayAgo}::timestamptz and source <> 'known device'`);
  return row?.guesses ?? 0;
}

async function tooManyGuesses(account: string, source: string, method: SignInMethod): Promise<AppError> {
  metrics().signIns.inc({ method, outcome: "limited" });
  const [row] = await db().execute<{ seconds: number }>(sql`
    select extract(epoch from started_at - ${windowBegin().toISOString()}::timestamptz)::float8 as seconds
    from sign_in_guesses where account = ${account} and source = ${source}`);
  const retryAfterSeconds = Math.max(1, Math.ceil(row?.seconds ?? windowSeconds));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const when = minutes === 1 ? "a minute" : `${minutes} minutes`;
  return new AppError("rate_limited", `There were too many wrong guesses from here. Please try again in ${when}.`, {
    retryAfterSeconds,
  });
}

async function tellOwner(userId: string): Promise<void> {
  const day = now().toISOString().slice(0, 10);
  const dedupeKey = `security_notice:too_many_guesses:${userId}:${day}`;
  await inTransaction(undefined, (tx) =>
    enqueueMessages(tx, [{ kind: "security_notice", notice: "too_many_guesses", userId, dedupeKey }]),
  );
}

function windowBegin(): Date {
  return new Date(now().getTime() - windowSeconds * 1000);
}

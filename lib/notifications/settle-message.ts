import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { now } from "@/lib/platform/clock";
import type { LeasedMessage } from "./lease-messages";

const maxAttempts = 12;
const firstPauseMs = 5_000;
const longestPauseMs = 60 * 60 * 1000;

/** The mail service has it: nobody sends it again, whoever holds the lease by now. */
export async function markSent({ id }: LeasedMessage): Promise<void> {
  await db()
    .update(outbox)
    .set({ status: "sent", sentAt: now(), leasedUntil: null, lastError: null })
    .where(and(eq(outbox.id, id), eq(outbox.status, "pending")));
}

/** What it was about is gone or past: it is never sent, and the reason is kept. */
export async function markSkipped(message: LeasedMessage, reason: string): Promise<void> {
  await db()
    .update(outbox)
    .set({ status: "skipped", leasedUntil: null, lastError: reason })
    .where(isStillOurs(message));
}

/** It can't be sent and never will be: it waits for the operator, with the reason. */
export async function markDead(message: LeasedMessage, reason: string): Promise<void> {
  await db().update(outbox).set({ status: "dead", leasedUntil: null, lastError: reason }).where(isStillOurs(message));
}

/**
 * Due again after a pause that doubles with each attempt, up to an hour and 20 % either way; after
 * twelve attempts it is dead. One that should not come often costs more than one of them.
 */
export async function retryLater(message: LeasedMessage, reason: string, cost = 1): Promise<void> {
  const attempts = message.attempts + cost - 1;
  const lastWords = cost > 1 ? "it may have arrived" : `after ${message.attempts} attempts`;
  if (attempts >= maxAttempts) return markDead(message, `${lastWords}: ${reason}`);
  await db()
    .update(outbox)
    .set({ leasedUntil: null, lastError: reason, attempts, runAt: inMs(pauseMsAfter(attempts)) })
    .where(isStillOurs(message));
}

/** Due again after the pause, as if it had not been tried: the fault was none of its own. */
export async function putBack(message: LeasedMessage, pauseMs: number): Promise<void> {
  await db()
    .update(outbox)
    .set({ leasedUntil: null, attempts: sql`${outbox.attempts} - 1`, runAt: inMs(pauseMs * (1 + Math.random() / 5)) })
    .where(isStillOurs(message));
}

/** The pause after the nth failed attempt, with its jitter. */
export function pauseMsAfter(attempts: number): number {
  const pauseMs = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
  return pauseMs * (0.8 + Math.random() * 0.4);
}

function isStillOurs({ id, leasedUntil }: LeasedMessage) {
  return and(eq(outbox.id, id), eq(outbox.status, "pending"), eq(outbox.leasedUntil, leasedUntil));
}

function inMs(pauseMs: number): Date {
  return new Date(now().getTime() + pauseMs);
}

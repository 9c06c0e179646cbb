import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mailService } from "@/db/schema/mail";

/** Stores how many mails a second the account may send, for every worker and the operator to see. */
export async function storeSendRate(ratePerSecond: number): Promise<void> {
  await db().update(mailService).set({ ratePerSecond }).where(eq(mailService.id, 1));
}

/** How many mails a second the account may send; null when no worker was ever told. */
export async function findSendRate(): Promise<number | null> {
  const [row] = await db().select({ rate: mailService.ratePerSecond }).from(mailService);
  return row?.rate ?? null;
}

/** Lets every worker leave the failing service alone for that long, and the operator see why; 0 ends a rest. */
export async function storeRest(restMs: number, reason: string | null): Promise<void> {
  const restsUntil = restMs > 0 ? sql`clock_timestamp() + make_interval(secs => ${restMs / 1000})` : null;
  await db().update(mailService).set({ restsUntil, restReason: reason }).where(eq(mailService.id, 1));
}

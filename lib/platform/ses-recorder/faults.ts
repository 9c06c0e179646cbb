import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/**
 * What the recorder is told to do wrong: shares of all calls from 0 to 1, a delay of every call, addresses it refuses, and how many
 * mails a second it takes.
 */
export const faultsInput = z.strictObject({
  fail: z.number().min(0).max(1).default(0),
  throttle: z.number().min(0).max(1).default(0),
  hang: z.number().min(0).max(1).default(0),
  delayMs: z.number().int().min(0).max(600_000).default(0),
  reject: z.array(z.string()).default([]),
  ratePerSecond: z.number().positive().default(1_000),
});

export type Faults = z.infer<typeof faultsInput>;
export type Refusal = { status: number; code: string; message: string };

export const tooFast: Refusal = { status: 400, code: "Throttling", message: "Maximum sending rate exceeded." };

/** Waits as told, then gives the refusal that this call gets: null for none, "hang" when it must never be answered. */
export async function meetFaults(faults: Faults, recipients: string[]): Promise<Refusal | "hang" | null> {
  if (faults.delayMs > 0) await sleep(faults.delayMs);
  if (Math.random() < faults.hang) return "hang";
  if (Math.random() < faults.fail) return { status: 500, code: "InternalFailure", message: "Told to fail." };
  if (Math.random() < faults.throttle) return tooFast;
  if (recipients.some((address) => faults.reject.includes(address)))
    return { status: 400, code: "MessageRejected", message: "Email address is not verified." };
  return null;
}

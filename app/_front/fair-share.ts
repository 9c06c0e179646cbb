import { config } from "@/lib/platform/config";

type Pool = { most: number; taken: number; least: number };

/**
 * How much of a pool one network may hold: as much as is still free, and `least` in any case. So
 * one alone gets half of it, two get a third each, and there is always room for another.
 * RATE_LIMIT_SCALE=0 switches shares off.
 */
export function shareOf({ most, taken, least }: Pool): number {
  if (config().RATE_LIMIT_SCALE === 0) return most;
  return Math.max(least, most - taken);
}

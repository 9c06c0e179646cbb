import type { Redis } from "ioredis";

const key = "turnout:mail:next-send";

// The clock is Redis's own, so hosts whose clocks differ still share one line.
const reserveScript = `
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + time[2] / 1000
local startMs = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), nowMs)
redis.call('SET', KEYS[1], string.format('%.3f', startMs + ARGV[1]), 'PX', 600000)
return string.format('%.3f', startMs - nowMs)`;

const delayScript = `
local time = redis.call('TIME')
local untilMs = time[1] * 1000 + time[2] / 1000 + ARGV[1]
if untilMs > tonumber(redis.call('GET', KEYS[1]) or '0') then
  redis.call('SET', KEYS[1], string.format('%.3f', untilMs), 'PX', 600000)
end`;

/** Takes the next `spanMs` of the line and returns in how many milliseconds they begin; throws when Redis does not answer. */
export async function reserveInRedis(client: Redis, spanMs: number): Promise<number> {
  return Number(await client.eval(reserveScript, 1, key, spanMs));
}

/** Keeps the line from moving for so long; throws when Redis does not answer. */
export async function delayInRedis(client: Redis, delayMs: number): Promise<void> {
  await client.eval(delayScript, 1, key, delayMs);
}

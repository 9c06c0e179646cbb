import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { sql } from "@/db/client";
import { type CachePeer, startCachePeer } from "@/lib/testing/start-cache-peer";
import { startRedis } from "@/lib/testing/start-redis";
import { cached, invalidateTags, onInvalidated } from "./cache";
import { setClock } from "./clock";

const folder = mkdtempSync(path.join(tmpdir(), "turnout-cache-"));
let redis: Awaited<ReturnType<typeof startRedis>>;
const peers: CachePeer[] = [];

beforeAll(async () => {
  redis = await startRedis(folder);
  await sql()`create table probe (value text not null)`;
  await sql()`insert into probe values ('first')`;
});

afterEach(async () => {
  setClock(null);
  await Promise.all(peers.splice(0).map((peer) => peer.stop()));
});

afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

function startPeer(redisUrl: string | undefined): CachePeer {
  const peer = startCachePeer(redisUrl);
  peers.push(peer);
  return peer;
}

const patience = { timeout: 20_000, interval: 50 };

/** Waits until the second process hears what the first invalidates. */
async function untilHeard(one: CachePeer, other: CachePeer): Promise<void> {
  await other.watch("tag");
  await vi.waitFor(async () => {
    const before = await other.heard();
    await one.invalidate("tag");
    await sleep(50);
    expect(await other.heard()).toBe(before + 1);
  }, patience);
}

async function store(value: string): Promise<void> {
  await sql()`update probe set value = ${value}`;
}

describe("in one process", () => {
  test("loads once for callers at the same time, and not again until invalidated", async () => {
    const load = vi.fn(async () => ({ at: new Date(5) }));
    const read = () => cached("single", { tags: ["a"], ttlSeconds: 60 }, load);
    const all = await Promise.all(Array.from({ length: 50 }, read));
    expect(new Set(all).size).toBe(1);
    await read();
    expect(load).toHaveBeenCalledTimes(1);
    await invalidateTags(["b"]);
    expect((await read()).at).toEqual(new Date(5));
    expect(load).toHaveBeenCalledTimes(1);
    await invalidateTags(["a"]);
    await read();
    expect(load).toHaveBeenCalledTimes(2);
  });

  test("loads again when the time is up", async () => {
    const load = vi.fn(async () => 1);
    const read = () => cached("timed", { tags: ["t"], ttlSeconds: 60 }, load);
    await read();
    setClock(new Date(Date.now() + 61_000));
    await read();
    expect(load).toHaveBeenCalledTimes(2);
  });

  test("keeps no failed load and tells it to everybody who waits for it", async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error("down")).mockResolvedValue("up");
    const read = () => cached("failing", { tags: ["f"], ttlSeconds: 60 }, load);
    const results = await Promise.allSettled([read(), read()]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
    expect(await read()).toBe("up");
  });

  test("calls listeners of the tag and no others, until they stop listening", async () => {
    const heard: string[] = [];
    const stop = onInvalidated("x", () => heard.push("x"));
    onInvalidated("y", () => heard.push("y"));
    await invalidateTags(["x"]);
    stop();
    await invalidateTags(["x"]);
    expect(heard).toEqual(["x"]);
  });
});

describe.each(["Redis", "PostgreSQL alone"])("between processes by %s", (way) => {
  let one: CachePeer;
  let other: CachePeer;

  beforeAll(async () => {
    const url = way === "Redis" ? redis.url : undefined;
    one = startCachePeer(url);
    other = startCachePeer(url);
    await untilHeard(one, other);
  });

  afterAll(() => Promise.all([one.stop(), other.stop()]));

  test("a change told by one is seen by the other at once", async () => {
    await store("old");
    expect(await other.read("k", "tag")).toMatchObject({ value: "old", isDate: true });
    await store("new");
    expect((await other.read("k", "tag")).value).toBe("old");
    const before = await other.heard();
    await one.invalidate("another tag");
    await one.invalidate("tag");
    await vi.waitFor(async () => expect(await other.heard()).toBe(before + 1), patience);
    expect(await other.read("k", "tag")).toMatchObject({ value: "new", isDate: true });
  });

  test("a load that began before the change is neither kept nor shared", async () => {
    await store("old");
    const before = await other.heard();
    const slow = other.read("slow", "tag", 2_000);
    await sleep(200);
    await store("new");
    await one.invalidate("tag");
    await vi.waitFor(async () => expect(await other.heard()).toBe(before + 1), patience);
    expect((await other.read("slow", "tag")).value).toBe("new");
    expect((await slow).value).toBe("old");
    expect((await other.read("slow", "tag")).value).toBe("new");
  });
});

describe("without an answer from Redis", { timeout: 60_000 }, () => {
  async function pidOf(url: string): Promise<number> {
    const client = new Redis(url);
    const info = await client.info("server");
    client.disconnect();
    return Number(info.match(/process_id:(\d+)/)?.[1]);
  }

  test("a killed one costs nothing but the load, and its successor is used", async () => {
    const mortal = await startRedis(folder);
    const peer = startPeer(mortal.url);
    await store("before");
    expect((await peer.read("k", "tag")).value).toBe("before");
    process.kill(await pidOf(mortal.url), "SIGKILL");
    await mortal.stop();
    await store("after");
    const reading = await peer.read("k", "tag");
    expect(reading.value).toBe("after");
    expect(reading.tookMs).toBeLessThan(400);
    expect(await peer.invalidate("tag")).toBeLessThan(400);
  });

  test("a hung one is waited for once, and what it missed it is told when it wakes", async () => {
    const sleeper = await startRedis(folder);
    const pid = await pidOf(sleeper.url);
    const [one, other] = [startPeer(sleeper.url), startPeer(sleeper.url)];
    await store("before");
    expect((await one.read("k", "tag")).value).toBe("before");
    expect((await other.read("k", "tag")).value).toBe("before");
    process.kill(pid, "SIGSTOP");
    try {
      await store("after");
      expect(await one.invalidate("tag")).toBeLessThan(600);
      const readings = [await one.read("k", "tag"), await one.read("k", "tag"), await one.read("k", "tag")];
      expect(readings.map((reading) => reading.value)).toEqual(["after", "after", "after"]);
      expect(readings.reduce((sum, reading) => sum + reading.tookMs, 0)).toBeLessThan(600);
    } finally {
      process.kill(pid, "SIGCONT");
    }
    await vi.waitFor(async () => expect((await other.read("k", "tag")).value).toBe("after"), patience);
    await sleeper.stop();
  });
});

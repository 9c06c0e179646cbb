import { Redis } from "ioredis";
import { afterEach, describe, expect, it } from "vitest";
import { config } from "./config";
import { limitFor } from "./limits";
import { takeFromLimits, takeOrRefuse } from "./rate-limit";
import { takeInProcess } from "./rate-limit-in-process";
import { takeInRedis } from "./rate-limit-in-redis";

const limit = { name: "signInAddress" as const, calls: 20, windowSeconds: 600 };
const opened: Redis[] = [];

function connect(): Redis {
  const client = new Redis(config().REDIS_URL ?? "");
  opened.push(client);
  return client;
}

afterEach(() => {
  for (const client of opened.splice(0)) client.disconnect();
});

describe("rate limits", () => {
  it("let exactly the limit through when many processes ask at once", async () => {
    const clients = [connect(), connect(), connect()];
    const answers = await Promise.all(
      Array.from({ length: 90 }, (_, index) => takeInRedis(clients[index % 3] as Redis, limit, "race")),
    );
    expect(answers.filter((answer) => answer.isAllowed)).toHaveLength(20);
  });

  it("survive a Redis that forgot its scripts", async () => {
    const client = connect();
    await takeInRedis(client, limit, "forgetful");
    await client.script("FLUSH");
    expect((await takeInRedis(client, limit, "forgetful")).remaining).toBe(18);
  });

  it("count in the process where there is no Redis, each key for itself", () => {
    const answers = Array.from({ length: 25 }, () => takeInProcess(limit, "alone"));
    expect(answers.filter((answer) => answer.isAllowed)).toHaveLength(20);
    expect(takeInProcess(limit, "somebody else").isAllowed).toBe(true);
  });

  it("tell the tightest of several keys", async () => {
    for (let call = 0; call < 5; call++) await takeFromLimits("signInAddress", ["address:a"]);
    const state = await takeFromLimits("signInAddress", ["address:a", "address:b"]);
    expect(state).toMatchObject({ isAllowed: false, remaining: 0 });
    expect(state.resetSeconds).toBeGreaterThan(0);
  });

  it("refuse with the seconds to wait", async () => {
    for (let call = 0; call < 5; call++) await takeOrRefuse("signInAddress", ["address:c"]);
    await expect(takeOrRefuse("signInAddress", ["address:c"])).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterSeconds: expect.any(Number),
    });
  });
});

describe("the limits of an office", () => {
  it("let 500 strangers of one address register and 500 sign in within a minute", async () => {
    const names = ["register", "signIn", "signIn"] as const;
    const calls = names.flatMap((name) => Array.from({ length: 500 }, () => takeFromLimits(name, ["ip:192.0.2.50"])));
    expect((await Promise.all(calls)).filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  });

  it("let 50 phones join one door by its link", async () => {
    const calls = Array.from({ length: 50 }, () => takeFromLimits("joinDoor", ["ip:192.0.2.51"]));
    expect((await Promise.all(calls)).filter(({ isAllowed }) => !isAllowed)).toEqual([]);
  });

  it("count what a call weighs", async () => {
    const { calls } = limitFor("office", "register", "ip:192.0.2.52");
    await takeFromLimits("register", ["ip:192.0.2.52"], calls - 1);
    expect(await takeFromLimits("register", ["ip:192.0.2.52"], 2)).toMatchObject({ isAllowed: false, remaining: 0 });
    expect((await takeFromLimits("register", ["ip:192.0.2.53"], 2)).isAllowed).toBe(true);
  });
});

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Sending } from "./outbox";
import { createSync, type Reach } from "./sync";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stage({ sends = [], refreshes = [] }: { sends?: Sending[]; refreshes?: Sending[] }) {
  const talk: string[] = [];
  const reaches: Reach[] = [];
  const sync = createSync({
    sendNext: async () => {
      const sending = sends.shift() ?? "idle";
      if (sending !== "idle") talk.push("send");
      return sending;
    },
    refresh: async () => {
      talk.push("refresh");
      return refreshes.shift() ?? "reached";
    },
    onReach: (reach) => reaches.push(reach),
    idleMs: () => 5_000,
  });
  return { sync, talk, reaches };
}

it("sends all that waits before it fetches the list, and again between its pages", async () => {
  const { sync, talk } = stage({ sends: ["reached", "reached", "idle", "reached"], refreshes: ["more", "reached"] });
  sync.send();
  await vi.advanceTimersByTimeAsync(0);
  expect(talk).toEqual(["send", "send", "refresh", "send", "refresh"]);
});

it("asks by itself every few seconds while all is well", async () => {
  const { sync, talk } = stage({});
  sync.send();
  await vi.advanceTimersByTimeAsync(10_500);
  expect(talk).toEqual(["refresh", "refresh", "refresh"]);
  sync.stop();
});

it("notices by answers alone that the server is away, tries again after 1, 2 and 4 s, and that it is back", async () => {
  const { sync, reaches } = stage({ sends: ["unreachable", "unreachable", "unreachable", "reached"] });
  sync.send();
  await vi.advanceTimersByTimeAsync(6_900);
  expect(reaches.map(({ isReachable }) => isReachable)).toEqual([false, false, false]);
  await vi.advanceTimersByTimeAsync(200);
  expect(reaches.at(-1)).toEqual({ isReachable: true, lockOut: null });
  sync.stop();
});

it("stops when locked out, and goes on when asked to", async () => {
  const { sync, talk, reaches } = stage({ refreshes: [{ lockOut: "signed_out" }] });
  sync.send();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(talk).toEqual(["refresh"]);
  expect(reaches.at(-1)?.lockOut).toBe("signed_out");
  sync.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(reaches.at(-1)).toEqual({ isReachable: true, lockOut: null });
  sync.stop();
});

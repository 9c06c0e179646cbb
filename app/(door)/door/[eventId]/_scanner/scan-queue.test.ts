import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Outcome, Scan } from "./answer";
import { createScanQueue, type Delivery, type QueueState } from "./scan-queue";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const scanOf = (scanId: string): Scan => ({
  ...{ scanId, ticket: `ticket-${scanId}`, scannedAt: "2030-05-01T09:00:00.000Z", device: "phone", offline: false },
});
const admit = (scans: Scan[]): Delivery => ({
  kind: "answered",
  results: scans.map(({ scanId }) => ({ scanId, verdict: "admitted" })),
});

function stage(...plan: ((scans: Scan[]) => Delivery | Promise<Delivery>)[]) {
  const sent: Scan[][] = [];
  const outcomes: string[] = [];
  const states: QueueState[] = [];
  const queue = createScanQueue(async (scans) => {
    sent.push(scans);
    return (plan.shift() ?? admit)(scans);
  });
  queue.listen({
    onOutcome: ({ scanId, verdict }: Outcome) => outcomes.push(`${scanId} ${verdict}`),
    onChange: (state) => states.push(state),
  });
  return { queue, sent, outcomes, states };
}

const unreachable = (): Delivery => ({ kind: "unreachable" });

it("sends a scan at once and tells its answer", async () => {
  const { queue, sent, outcomes } = stage();
  queue.add(scanOf("a"));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(1);
  expect(outcomes).toEqual(["a admitted"]);
  expect(queue.state()).toEqual({ waiting: 0, isReachable: true, lockOut: null });
});

it("gathers what is scanned while a request runs into the next one", async () => {
  let answer: (delivery: Delivery) => void = () => {};
  const { queue, sent, outcomes } = stage(() => new Promise((resolve) => (answer = resolve)));
  for (const id of ["a", "b", "c"]) queue.add(scanOf(id));
  answer(admit([scanOf("a")]));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map((scans) => scans.map((scan) => scan.scanId))).toEqual([["a"], ["b", "c"]]);
  expect(outcomes).toEqual(["a admitted", "b admitted", "c admitted"]);
});

it("keeps an unanswered scan, says so once, and sends it again under its own id as scanned offline", async () => {
  const { queue, sent, outcomes, states } = stage(unreachable, unreachable);
  queue.add(scanOf("a"));
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ waiting: 1, isReachable: false, lockOut: null });
  await vi.advanceTimersByTimeAsync(1_000);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.map(([scan]) => [scan?.scanId, scan?.offline])).toEqual([
    ["a", false],
    ["a", true],
    ["a", true],
  ]);
  expect(outcomes).toEqual(["a unsent", "a admitted"]);
  expect(queue.state().waiting).toBe(0);
});

it("tells a scan made while the server is known to be away at once, and tries again with it", async () => {
  const { queue, sent, outcomes } = stage(unreachable, unreachable);
  queue.add(scanOf("a"));
  await vi.advanceTimersByTimeAsync(0);
  queue.add(scanOf("b"));
  expect(outcomes).toEqual(["a unsent", "b unsent"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(outcomes).toEqual(["a unsent", "b unsent", "a admitted", "b admitted"]);
});

it("stops when locked out, keeps the scans, and goes on when asked to", async () => {
  const { queue, sent, outcomes } = stage(() => ({ kind: "locked_out", reason: "signed_out" }));
  queue.add(scanOf("a"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  expect(queue.state()).toEqual({ waiting: 1, isReachable: false, lockOut: "signed_out" });
  queue.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(outcomes).toEqual(["a unsent", "a admitted"]);
  expect(queue.state()).toEqual({ waiting: 0, isReachable: true, lockOut: null });
});

it("finds the one scan that the server can't read and lets the others through", async () => {
  const judge = (scans: Scan[]): Delivery =>
    scans.some((scan) => scan.scanId === "bad") ? { kind: "rejected" } : admit(scans);
  const { queue, outcomes } = stage(unreachable, judge, judge, judge, judge, judge);
  for (const id of ["a", "bad", "c"]) queue.add(scanOf(id));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outcomes.filter((outcome) => !outcome.endsWith("unsent")).sort()).toEqual([
    "a admitted",
    "bad not_a_ticket",
    "c admitted",
  ]);
  expect(queue.state().waiting).toBe(0);
});

it("sends at most 500 scans in one request", async () => {
  const { queue, sent } = stage(unreachable);
  for (let index = 0; index < 1_201; index++) queue.add(scanOf(`s${index}`));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(Math.max(...sent.map((scans) => scans.length))).toBe(500);
  expect(queue.state().waiting).toBe(0);
});

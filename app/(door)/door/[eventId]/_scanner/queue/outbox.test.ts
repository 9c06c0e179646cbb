import { expect, it } from "vitest";
import type { Delivery } from "./answer";
import { createOutbox, type Settled } from "./outbox";
import type { Waiting } from "./waiting";

const scan = (id: string): Waiting => ({
  ...{
    kind: "scan",
    id,
    ticket: `ticket-${id}`,
    scannedAt: "2030-05-01T09:00:00.000Z",
    isOffline: false,
    shown: "admitted",
  },
});
const undo = (id: string, scanId?: string): Waiting => ({
  kind: "undo",
  id,
  undoneAt: "2030-05-01T09:01:00.000Z",
  scanId,
});
const admit = (batch: Waiting[]): Delivery => ({
  kind: "reached",
  answers: new Map(
    batch.map(({ id, kind }) => [
      id,
      kind === "undo" ? null : { scanId: id, verdict: "admitted", registrationId: `r-${id}` },
    ]),
  ),
});

function stage(...plan: ((batch: Waiting[]) => Delivery)[]) {
  const sent: Waiting[][] = [];
  const settled: Settled[] = [];
  const outbox = createOutbox({
    deliver: async (batch) => {
      sent.push(batch);
      return (plan.shift() ?? admit)(batch);
    },
    onSettled: async (done) => void settled.push(...done),
  });
  return { outbox, sent, settled };
}

async function drain(outbox: ReturnType<typeof createOutbox>): Promise<void> {
  for (let tries = 0; tries < 50 && (await outbox.sendNext()) !== "idle"; tries++);
}

it("sends at most 500 scans in one request, in order", async () => {
  const { outbox, sent } = stage();
  for (let index = 0; index < 1_201; index++) outbox.add(scan(`s${index}`));
  await drain(outbox);
  expect(sent.map((batch) => batch.length)).toEqual([500, 500, 201]);
  expect(sent.flat().map(({ id }) => id)).toEqual(Array.from({ length: 1_201 }, (_, index) => `s${index}`));
});

it("keeps what was not answered, and sends it again under its own id", async () => {
  const { outbox, sent } = stage(() => ({ kind: "unreachable" }));
  outbox.add(scan("a"));
  expect(await outbox.sendNext()).toBe("unreachable");
  outbox.markOffline();
  await drain(outbox);
  expect(sent.flat()).toMatchObject([
    { id: "a", isOffline: false },
    { id: "a", isOffline: true },
  ]);
  expect(outbox.waiting()).toEqual([]);
});

it("never lets an undo overtake its scan, and tells it whom it is about", async () => {
  const { outbox, sent } = stage();
  for (const item of [scan("a"), undo("u", "a"), scan("b")]) outbox.add(item);
  await drain(outbox);
  expect(sent.map(([first]) => first)).toMatchObject([{ id: "a" }, { id: "u", registrationId: "r-a" }, { id: "b" }]);
});

it("lets the undo of a ticket that was nobody's go by", async () => {
  const { outbox, sent } = stage(() => ({
    kind: "reached",
    answers: new Map([["a", { scanId: "a", verdict: "not_a_ticket" }]]),
  }));
  for (const item of [scan("a"), undo("u", "a")]) outbox.add(item);
  await drain(outbox);
  expect(sent).toHaveLength(1);
  expect(outbox.waiting()).toEqual([]);
});

it("finds the one scan that the server can't read and lets the others through", async () => {
  const judge = (batch: Waiting[]): Delivery =>
    batch.some(({ id }) => id === "bad") ? { kind: "rejected" } : admit(batch);
  const { outbox, settled } = stage(...Array.from({ length: 10 }, () => judge));
  for (const id of ["a", "bad", "c"]) outbox.add(scan(id));
  await drain(outbox);
  expect(settled.map(({ item, answer }) => [item.id, answer && "verdict" in answer && answer.verdict])).toEqual([
    ["a", "admitted"],
    ["bad", "not_a_ticket"],
    ["c", "admitted"],
  ]);
});

it("keeps everything when locked out", async () => {
  const { outbox } = stage(() => ({ kind: "locked_out", reason: "signed_out" }));
  outbox.add(scan("a"));
  expect(await outbox.sendNext()).toEqual({ lockOut: "signed_out" });
  expect(outbox.waiting()).toHaveLength(1);
});

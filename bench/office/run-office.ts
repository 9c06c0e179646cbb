import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { register, signInByCode, signInByPassword } from "./come-in";
import { type DoorPhone, joinDoor } from "./door-phone";
import { startFlood } from "./flood";
import { type Stage, stageOffice } from "./stage";
import { newTally, type Tally } from "./tally";
import { ask, newVisitor } from "./visitor";

export type OfficeOrder = {
  url: string;
  /** Where the recorded mails are read. */
  mailUrl: string;
  sql: Sql;
  registrations: number;
  /** Half by password, half by a code of the mail. */
  signIns: number;
  /** Within how long they all come. */
  rushSeconds: number;
  phones: number;
  admissionsPerSecond: number;
  /** How long the door is open. */
  seconds: number;
  halfSent: number;
  tell: (line: string) => void;
};

export type OfficeReport = {
  waits: Map<string, number[]>;
  /** Every answer to the office that was not the wanted one. */
  refused: string[];
  admitted: number;
  halfSent: { ended: number; odd: string[] };
};

const probeEveryMs = 500;

/**
 * An office behind one address against a product with its limits: people register and sign in while
 * phones let people in at a door, and a client of another address keeps requests half sent all the
 * time. Probes open pages as somebody of the office, before that client comes and while it is
 * there.
 */
export async function runOffice(order: OfficeOrder): Promise<OfficeReport> {
  const { url, sql, phones: count, seconds, admissionsPerSecond, tell } = order;
  const tally = newTally();
  const scans = admissionsPerSecond * seconds;
  const accounts = Math.floor(order.signIns / 2);
  const stage = await stageOffice(url, sql, { guests: scans, accounts });
  tell(`${count} phones join the door`);
  const phones = await Promise.all(Array.from({ length: count }, () => joinDoor(url, stage, tally)));
  await probe("before", 5_000);
  tell(`${order.halfSent} requests are half sent; the office comes`);
  const flood = await startFlood(url, order.halfSent);
  const tickets: string[] = [];
  const end = performance.now() + Math.max(seconds, order.rushSeconds) * 1000;
  await Promise.all([
    rush(order, stage, tally, tickets),
    openDoor(phones, { scans, admissionsPerSecond, next: () => tickets.shift() ?? stage.references.pop() ?? "" }),
    probe("during the flood", end - performance.now()),
  ]);
  flood.stop();
  await Promise.all(phones.map((phone) => phone.leave()));
  const halfSent = { ended: flood.ended(), odd: flood.odd };
  return { waits: tally.waits, refused: tally.refused, admitted: tally.waits.get("admission")?.length ?? 0, halfSent };

  async function probe(when: string, forMs: number): Promise<void> {
    const visitor = newVisitor(url);
    for (const until = performance.now() + forMs; performance.now() < until; await sleep(probeEveryMs)) {
      await tally.timed(`probe ${when}: event`, 200, () => ask(visitor, `/events/${stage.slug}`));
      await tally.timed(`probe ${when}: sign-in`, 200, () => ask(visitor, "/sign-in"));
    }
  }
}

/** Each at an instant of their own. */
async function rush(order: OfficeOrder, stage: Stage, tally: Tally, tickets: string[]): Promise<void> {
  const office = { url: order.url, tally };
  const within = () => sleep(Math.random() * order.rushSeconds * 1000);
  const registered = Array.from({ length: order.registrations }, async () => {
    await within();
    const code = await register(office, stage);
    if (code) tickets.push(code);
  });
  const signedIn = Array.from({ length: order.signIns }, async (_, nth) => {
    await within();
    const account = stage.accounts[nth];
    await (account ? signInByPassword(office, account) : signInByCode(office, order.mailUrl));
  });
  await Promise.all([...registered, ...signedIn]);
}

type Door = { scans: number; admissionsPerSecond: number; next: () => string };

/** So many people a second, phone after phone, whether or not the ones before are in. */
async function openDoor(phones: DoorPhone[], { scans, admissionsPerSecond, next }: Door): Promise<void> {
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: scans }, async (_, nth) => {
      await sleep(Math.max(0, (nth * 1000) / admissionsPerSecond - (performance.now() - startedAt)));
      await phones[nth % phones.length]?.admit(next());
    }),
  );
}

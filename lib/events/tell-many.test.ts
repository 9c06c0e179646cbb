import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { requireOrganizer } from "@/lib/access/scopes";
import { now, setClock } from "@/lib/platform/clock";
import { writeFanOutBatch } from "@/lib/platform/fan-outs";
import { makePerson } from "@/lib/testing/make-person";
import { stageCrowd } from "@/lib/testing/stage-crowd";
import { stageTicket } from "@/lib/testing/stage-door";
import { cancelEvent } from "./cancel-event";
import { registeredAtChange } from "./tell-registered";
import { updateEvent } from "./update-event";

const people = 3_000;
let admin: Person;
let eventId: string;
const scope = () => requireOrganizer(admin, eventId);

beforeEach(async () => {
  await sql()`delete from outbox`;
  await sql()`delete from fan_outs`;
  admin = await makePerson({ role: "admin" });
  const startsAt = new Date(now().getTime() + 900 * 3_600_000);
  eventId = await stageCrowd({ people, startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) });
});
afterEach(() => setClock(null));

async function count(kind: string): Promise<{ messages: number; people: number }> {
  const [row] = await sql()`
    select count(*)::int as messages, count(distinct registration_id)::int as people from outbox
    where event_id = ${eventId} and kind = ${kind}`;
  return row as { messages: number; people: number };
}

async function runTimer(): Promise<void> {
  while ((await writeFanOutBatch(registeredAtChange)) !== null);
}

test("the request tells the first thousand of a change and the timer the others, each once", async () => {
  await updateEvent(await scope(), { venue: "Hall 3" });
  expect(await count("event_changed")).toEqual({ messages: 1_000, people: 1_000 });
  await Promise.all([runTimer(), runTimer(), runTimer()]);
  await runTimer();
  expect(await count("event_changed")).toEqual({ messages: people, people });
  expect(await sql()`select about from fan_outs where kind = 'event_changed'`).toHaveLength(0);
});

test("whoever registers while the others are told knows the new plan and hears nothing", async () => {
  await updateEvent(await scope(), { venue: "Hall 3" });
  setClock(new Date(now().getTime() + 1_000));
  const { registrationId } = await stageTicket(eventId);
  await runTimer();
  expect(await sql()`select id from outbox where registration_id = ${registrationId}`).toHaveLength(0);
});

test("a second change before the first is told is one message to each, from the plan that they knew", async () => {
  await updateEvent(await scope(), { venue: "Hall 3" });
  await updateEvent(await scope(), { venue: "Hall 4" });
  await runTimer();
  expect(await count("event_changed")).toEqual({ messages: people, people });
  const venues = await sql()`select distinct former_plan ->> 'venue' as venue from outbox where kind = 'event_changed'`;
  expect(venues.map(({ venue }) => venue)).toEqual([""]);
});

test("an event that is called off before all were told of a change tells everyone of that, and no more of the change", async () => {
  await updateEvent(await scope(), { venue: "Hall 3" });
  await cancelEvent(await scope(), {});
  await runTimer();
  expect((await count("event_changed")).messages).toBe(1_000);
  expect(await count("event_cancelled")).toEqual({ messages: people, people });
});

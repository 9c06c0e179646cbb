import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "@/lib/platform/config";
import { askInOneRoundTrip } from "./one-round-trip";

let sent = 0;
let client: postgres.Sql;
let database: ReturnType<typeof drizzle>;

// A line to the database that counts how often something is said to it.
const line = createServer((near) => {
  const { hostname, port } = new URL(config().DATABASE_URL);
  const far = connect(Number(port), hostname);
  near.on("data", (bytes) => {
    sent += 1;
    far.write(bytes);
  });
  far.pipe(near);
  near.once("close", () => far.destroy());
});

beforeAll(async () => {
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  const url = new URL(config().DATABASE_URL);
  url.port = String((line.address() as AddressInfo).port);
  client = postgres(url.href, { max: 1, prepare: false, fetch_types: false });
  database = drizzle(askInOneRoundTrip(client));
  await client`select 1`;
});

afterAll(async () => {
  await client.end();
  line.close();
});

test("in a transaction a query with parameters is one message, and those that need not wait for each other go together", async () => {
  await database.transaction(async (tx) => {
    sent = 0;
    const ask = () => tx.execute(sql`select ${"a"} || ${"b"} as text, ${3}::int + 1 as number, ${true} as is`);
    expect(await ask()).toEqual([{ text: "ab", number: 4, is: true }]);
    expect(sent).toBe(1);
    await Promise.all([ask(), ask()]);
    expect(sent).toBe(2);
  });
});

test("outside a transaction a query with parameters is one message too, and has its connection to itself", async () => {
  // Async, since Drizzle asks only once somebody waits.
  const ask = async (number: number) => database.execute(sql`select ${number}::int as number, pg_sleep(0.05)`);
  sent = 0;
  const asked = [ask(1), ask(2)];
  await asked[0];
  expect(sent).toBe(1);
  const answers = await Promise.all(asked);
  expect(sent).toBe(2);
  expect(answers.map(([row]) => row?.number)).toEqual([1, 2]);
  await expect(database.execute(sql`select ${"x"}::uuid`)).rejects.toMatchObject({ cause: { code: "22P02" } });
  expect(await ask(3)).toMatchObject([{ number: 3 }]);
});

test("outside a transaction a quick query does not wait for a slow one while a connection is free", async () => {
  const pool = postgres(config().DATABASE_URL, { max: 2, prepare: false, fetch_types: false });
  const askers = drizzle(askInOneRoundTrip(pool));
  await Promise.all([1, 2].map(() => askers.execute(sql`select pg_sleep(0.1)`)));
  let hasEnded = false;
  const slow = askers.execute(sql`select pg_sleep(${1}::float8)`).then(() => {
    hasEnded = true;
  });
  const quick = await Promise.all(Array.from({ length: 50 }, (_, n) => askers.execute(sql`select ${n}::int as n`)));
  expect(hasEnded).toBe(false);
  expect(quick.map(([row]) => row?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  await slow;
  await pool.end();
});

test("what goes wrong in a transaction is told as the first fault, and the next one is well", async () => {
  const failing = database.transaction((tx) =>
    Promise.all([tx.execute(sql`select ${"x"}::uuid`), tx.execute(sql`select ${1}::int`)]),
  );
  await expect(failing).rejects.toMatchObject({ cause: { code: "22P02" } });
  await expect(database.transaction((tx) => tx.execute(sql`select ${1} from nowhere`))).rejects.toMatchObject({
    cause: { code: "42P01" },
  });
  const well = database.transaction((tx) => tx.execute(sql`select ${"well"} as all`));
  expect(await well).toEqual([{ all: "well" }]);
});

test("instants, JSON and nothing come back as they went", async () => {
  const instant = new Date("2026-05-01T10:00:00.123Z").toISOString();
  const json = { list: [1, "two", null] };
  const rows = await database.transaction((tx) =>
    tx.execute(
      sql`select ${instant}::timestamptz as instant, ${JSON.stringify(json)}::jsonb as json, ${null}::text as none`,
    ),
  );
  expect(rows).toEqual([{ instant: "2026-05-01 10:00:00.123+00", json, none: null }]);
});

import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "@/lib/platform/config";
import { endWithConnection } from "./lost-connection";

// A line to the database that can be torn.
let torn: Socket | undefined;
const line = createServer((near) => {
  const { hostname, port } = new URL(config().DATABASE_URL);
  const far = connect(Number(port), hostname);
  torn = near;
  near.pipe(far).pipe(near);
  near.once("error", () => far.destroy());
});

let client: postgres.Sql;
let database: ReturnType<typeof drizzle>;
const other = postgres(config().DATABASE_URL, { max: 1 });

beforeAll(async () => {
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  const url = new URL(config().DATABASE_URL);
  url.port = String((line.address() as AddressInfo).port);
  // One connection, so that whoever comes next has the one that was lost.
  client = postgres(url.href, { max: 1, prepare: false, fetch_types: false, connect_timeout: 5 });
  database = drizzle(endWithConnection(client));
  await other`create table if not exists lost_connection_notes (text text)`;
});

afterAll(async () => {
  await other`drop table lost_connection_notes`;
  await Promise.all([client.end(), other.end()]);
  line.close();
});

type Transaction = Parameters<Parameters<typeof database.transaction>[0]>[0];

async function pidOf(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
}

/** The first query on a connection after a loss may still be told of it; those after are well. */
async function expectWell() {
  await client`select 1`.catch(() => {});
  expect(await client`select 1 as one`).toEqual([{ one: 1 }]);
}

test("a transaction that loses its connection in a query rejects, and the connection opens again", async () => {
  for (let round = 0; round < 3; round++) {
    const losing = database.transaction(async (tx) => {
      const pid = await pidOf(tx);
      setTimeout(() => void other`select pg_terminate_backend(${pid})`.execute(), 100);
      await tx.execute(sql`select pg_sleep(20)`);
    });
    await expect(losing).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    await expectWell();
  }
});

test("a transaction whose line is reset rejects, and the connection opens again", async () => {
  for (let round = 0; round < 3; round++) {
    const losing = database.transaction(async (tx) => {
      setTimeout(() => torn?.resetAndDestroy(), 100);
      await tx.execute(sql`select pg_sleep(20)`);
    });
    await expect(losing).rejects.toMatchObject({ code: expect.stringMatching(/^(CONNECTION_CLOSED|ECONNRESET)$/) });
    await expectWell();
  }
});

test("what is asked after the connection is lost runs nowhere, least of all in another's transaction", async () => {
  let late: Promise<unknown> = Promise.resolve();
  const losing = database.transaction(async (tx) => {
    await other`select pg_terminate_backend(${await pidOf(tx)})`;
    late = sleep(500).then(() => tx.execute(sql`insert into lost_connection_notes values ('lost')`));
    late.catch(() => {});
    await late;
  });
  await expect(losing).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await client`select 1`.catch(() => {});
  await database.transaction(async (tx) => {
    await tx.execute(sql`insert into lost_connection_notes values ('kept')`);
    await sleep(800);
  });
  await expect(late).rejects.toThrow();
  expect(await other`select text from lost_connection_notes`).toEqual([{ text: "kept" }]);
});

test("work that ends after its connection was lost is not told as committed", async () => {
  const losing = database.transaction(async (tx) => {
    await tx.execute(sql`insert into lost_connection_notes values ('not told')`);
    await other`select pg_terminate_backend(${await pidOf(tx)})`;
    await sleep(300);
    return "done";
  });
  await expect(losing).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
  await expectWell();
  expect(await other`select text from lost_connection_notes where text = 'not told'`).toEqual([]);
});

test("work that rejects is rolled back with its own error", async () => {
  const failing = database.transaction(async (tx) => {
    await tx.execute(sql`insert into lost_connection_notes values ('rolled back')`);
    throw new Error("no seat");
  });
  await expect(failing).rejects.toThrow("no seat");
  expect(await other`select text from lost_connection_notes where text = 'rolled back'`).toEqual([]);
  await expectWell();
});

import { expect, test } from "vitest";
import { config } from "@/lib/platform/config";
import { sql } from "./client";
import { migrateDatabase } from "./migrate";

async function readIndex() {
  const [row] = await sql()`
    select indexrelid, indisvalid as is_valid from pg_index where indexrelid = to_regclass('outbox_settled_idx')`;
  return row;
}

test("an index whose build broke off is built anew, a missing one is built, and one that stands is left", async () => {
  const { DATABASE_URL } = config();
  const standing = await readIndex();
  await migrateDatabase(DATABASE_URL);
  expect(await readIndex()).toEqual(standing);
  await sql()`update pg_index set indisvalid = false where indexrelid = 'outbox_settled_idx'::regclass`;
  await migrateDatabase(DATABASE_URL);
  expect(await readIndex()).toMatchObject({ is_valid: true });
  expect((await readIndex())?.indexrelid).not.toBe(standing?.indexrelid);
  await sql()`drop index outbox_settled_idx`;
  await Promise.all([migrateDatabase(DATABASE_URL), migrateDatabase(DATABASE_URL)]);
  expect(await readIndex()).toMatchObject({ is_valid: true });
});

test("an index is built while somebody writes the table", async () => {
  await sql()`drop index outbox_settled_idx`;
  let isBuilt = false;
  const building = migrateDatabase(config().DATABASE_URL).then(() => {
    isBuilt = true;
  });
  let written = 0;
  for (; !isBuilt || written === 0; written++)
    await sql()`
      insert into outbox (id, kind, dedupe_key, run_at) values (gen_random_uuid(), 'event_reminder', ${`n:${written}`}, now())`;
  await building;
  expect(await readIndex()).toMatchObject({ is_valid: true });
});

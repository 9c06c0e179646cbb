import { expect, test } from "vitest";
import { sql } from "./client";
import { migrateDatabase } from "./migrate";

test("two processes that migrate at once take turns and leave one schema", async () => {
  const url = String(sql().options.database);
  expect(url).toMatch(/^test_/);
  const { DATABASE_URL } = (await import("@/lib/platform/config")).config();
  await Promise.all([migrateDatabase(DATABASE_URL), migrateDatabase(DATABASE_URL)]);
  const [row] = await sql()`select count(*)::int as migrations from drizzle.__drizzle_migrations`;
  expect(row?.migrations).toBeGreaterThan(0);
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-345);
});

import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { recountPendingEvents } from "./recount-events";

const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");
const lockKey = 7_688_668_801;

/**
 * Brings the schema up to date, all or nothing. Processes that start together take turns, and a change that would have to
 * wait long for a table gives up rather than hold up the site.
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const options = { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} };
  // The turn is held by a transaction of its own, since a session lock would not survive PgBouncer.
  const turn = postgres(databaseUrl, { ...options, connection: { lock_timeout: 60_000 } });
  const work = postgres(databaseUrl, { ...options, connection: { lock_timeout: 5_000 } });
  try {
    await turn.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      await migrate(drizzle(work), { migrationsFolder });
      await recountPendingEvents(work);
    });
  } finally {
    await Promise.all([turn.end({ timeout: 5 }), work.end({ timeout: 5 })]);
  }
}

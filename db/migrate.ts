import path from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgDialect, type PgSession } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { buildOnlineIndexes } from "./build-online-indexes";
import { connectTo } from "./connect-to";
import { recountPendingEvents } from "./recount-events";

const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");
const lockKey = 7_688_668_801;

/**
 * Brings the schema up to date, all or nothing, then builds the indexes that may take long without
 * holding anybody up. Processes that start together take turns, and a change that would have to
 * wait long for a table gives up rather than hold up the site.
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const options = { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} };
  // The turn is held by a transaction of its own, since a session lock would not survive PgBouncer.
  const turn = connectTo(databaseUrl, { ...options, connection: { lock_timeout: 60_000 } });
  const work = connectTo(databaseUrl, { ...options, connection: { lock_timeout: 5_000 } });
  try {
    await turn.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`set local idle_in_transaction_session_timeout = 0`;
      await tx`select pg_advisory_xact_lock(${lockKey})`;
      await applyMigrations(work);
      await recountPendingEvents(work);
    });
    await buildOnlineIndexes(databaseUrl, migrationsFolder);
  } finally {
    await Promise.all([turn.end({ timeout: 5 }), work.end({ timeout: 5 })]);
  }
}

// Behind PgBouncer the time limits are those of the role, which a change of a large table may
// outlast.
async function applyMigrations(work: postgres.Sql): Promise<void> {
  const limits = ["set local statement_timeout = 0", "set local lock_timeout = '5s'"];
  const migrations = readMigrationFiles({ migrationsFolder }).map((file) => ({
    ...file,
    sql: [...limits, ...file.sql],
  }));
  const session = drizzle(work)._.session as unknown as PgSession;
  await new PgDialect().migrate(migrations, session, { migrationsFolder });
}

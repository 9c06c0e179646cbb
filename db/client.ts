import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { config } from "@/lib/platform/config";
import { connectTo } from "./connect-to";
import { endWithConnection } from "./lost-connection";
import { askInOneRoundTrip } from "./one-round-trip";

// Next compiles each route into a bundle of its own; the pool must still be one a process.
const holder = globalThis as typeof globalThis & { turnoutSql?: postgres.Sql };

/** The process's pool: bounded, every statement and lock wait limited, no session state (PgBouncer may stand between). */
export function sql(): postgres.Sql {
  holder.turnoutSql ??= open();
  return holder.turnoutSql;
}

function open(): postgres.Sql {
  const pool = connectTo(config().DATABASE_URL, {
    max: config().DATABASE_POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 5,
    prepare: false,
    // Drizzle reads arrays itself; the driver's own look-up of their types ends the process when the database goes away during it.
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "turnout",
      statement_timeout: 10_000,
      lock_timeout: 3_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return askInOneRoundTrip(endWithConnection(pool));
}

function connect() {
  return drizzle(sql());
}

let cached: ReturnType<typeof connect> | undefined;

/** Drizzle over the process's pool. */
export function db() {
  cached ??= connect();
  return cached;
}

/** Closes the pool once running queries have ended; the process can't query afterwards. */
export async function closeDatabase(): Promise<void> {
  await holder.turnoutSql?.end({ timeout: 5 });
}

export type Database = ReturnType<typeof connect>;

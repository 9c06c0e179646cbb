import { readFileSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import { connectTo } from "./connect-to";

const lockKey = 7_688_668_802;
const statementBreak = "--> statement-breakpoint";

/**
 * Builds the indexes of `online-indexes.sql` that are missing, while the site reads and writes the
 * tables. One process does it at a time and the others pass on. What a broken build left is built
 * anew; a build that fails is left to the next start.
 */
export async function buildOnlineIndexes(databaseUrl: string, migrationsFolder: string): Promise<void> {
  const options = { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} };
  const turn = connectTo(databaseUrl, options);
  const work = connectTo(databaseUrl, { ...options, connection: { statement_timeout: 0, lock_timeout: 0 } });
  const statements = readFileSync(path.join(migrationsFolder, "online-indexes.sql"), "utf8").split(statementBreak);
  try {
    // The builds wait for all older snapshots to end. So nobody waits for this lock, and it is
    // asked for by the simple protocol, after which none stays open.
    await turn.begin(async (tx) => {
      await tx.unsafe("set local idle_in_transaction_session_timeout = 0").simple();
      const [lock] = await tx.unsafe(`select pg_try_advisory_xact_lock(${lockKey}) as is_ours`).simple();
      if (!lock?.is_ours) return;
      for (const statement of statements) await buildIndex(work, statement.trim());
    });
  } finally {
    await Promise.all([turn.end({ timeout: 5 }), work.end({ timeout: 5 })]);
  }
}

async function buildIndex(work: postgres.Sql, statement: string): Promise<void> {
  const name = statement.match(/^CREATE INDEX CONCURRENTLY IF NOT EXISTS "(\w+)"/)?.[1];
  if (!name) throw new Error(`not an index that is built online: ${statement}`);
  const [standing] = await work`select indisvalid as is_valid from pg_index where indexrelid = to_regclass(${name})`;
  if (standing?.is_valid) return;
  try {
    if (standing) await work`drop index concurrently ${work(name)}`;
    await work.unsafe(statement);
  } catch (error) {
    process.stderr.write(`The index ${name} could not be built; the next start tries again. ${error}\n`);
  }
}

import { setTimeout as sleep } from "node:timers/promises";
import { connectTo } from "./connect-to";
import { explainDatabaseFault, isDatabaseAway } from "./explain-database-fault";
import { UnusableDatabase } from "./unusable-database";

type Waiting = { seconds: number; tell: (news: string) => void };

/**
 * Resolves when the database answers and is one that the product can use; waits so long for one
 * that is not there yet, and says so. Otherwise rejects with an Error whose message is one sentence
 * for whoever set DATABASE_URL.
 */
export async function awaitDatabase(databaseUrl: string, { seconds, tell }: Waiting): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1000;
  for (;;) {
    try {
      await inspect(databaseUrl);
      return;
    } catch (error) {
      const explained = explainDatabaseFault(error, databaseUrl);
      if (!explained) throw error;
      const leftMs = giveUpAt - performance.now();
      if (!isDatabaseAway(error) || leftMs <= 0) throw new UnusableDatabase(explained);
      tell(`waiting for the database, ${Math.ceil(leftMs / 1000)} s more (DATABASE_WAIT_SECONDS)`);
      await sleep(Math.min(2_000, leftMs));
    }
  }
}

const oldestVersion = 150_000;

async function inspect(databaseUrl: string): Promise<void> {
  const options = { max: 1, prepare: false, fetch_types: false, connect_timeout: 5, onnotice: () => {} };
  // With what the product's own connections ask for, which a PgBouncer may refuse.
  const connection = { application_name: "turnout", statement_timeout: 10_000, lock_timeout: 3_000 };
  const sql = connectTo(databaseUrl, { ...options, connection });
  try {
    const [found] = await sql<{ encoding: string; dates: string; version: number; name: string }[]>`
      select current_setting('server_encoding') as encoding, current_setting('DateStyle') as dates,
        current_setting('server_version_num')::int as version, current_database() as name`;
    if (found) judge(found);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function judge({ encoding, dates, version, name }: { encoding: string; dates: string; version: number; name: string }) {
  if (version < oldestVersion)
    throw new UnusableDatabase(
      `DATABASE_URL: this is PostgreSQL ${Math.floor(version / 10_000)}; 15 or newer is needed.`,
    );
  if (encoding !== "UTF8")
    throw new UnusableDatabase(
      `DATABASE_URL: the database ${name} is in ${encoding} and can't hold every name; make one with: ` +
        `create database "${name}_utf8" encoding 'UTF8' template template0.`,
    );
  if (!dates.startsWith("ISO"))
    throw new UnusableDatabase(
      `DATABASE_URL: the database ${name} writes dates as ${dates}; set: alter database "${name}" set datestyle to 'ISO, MDY'.`,
    );
}

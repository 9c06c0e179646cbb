import { connectTo } from "./connect-to";

/** True when the migrated database holds nobody yet. */
export async function isDatabaseEmpty(databaseUrl: string): Promise<boolean> {
  const sql = connectTo(databaseUrl, { max: 1, prepare: false, onnotice: () => {} });
  try {
    const [found] = await sql`select from users limit 1`;
    return !found;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { Sql } from "postgres";

/** The first draft of reminders: a query for each event, and for each registration one to look and one to write. Returns how many. */
export async function enqueueOneByOne(sql: Sql): Promise<number> {
  let written = 0;
  const events = await sql`
    select id, starts_at from events
    where status = 'published' and starts_at > now() and starts_at <= now() + interval '1 day' and slug like 'bench-%'`;
  for (const event of events) {
    const registrations = await sql`
      select id, user_id from registrations where event_id = ${event.id} and status = 'confirmed'`;
    for (const { id, user_id } of registrations) {
      const key = `naive:${id}`;
      const [told] = await sql`select 1 from outbox where dedupe_key = ${key}`;
      if (told) continue;
      await sql`
        insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
        values (gen_random_uuid(), 'event_reminder', ${key}, ${event.id}, ${id}, ${user_id}, 6, now(), now())`;
      written += 1;
    }
  }
  return written;
}

/** How many mails a second the endpoint takes from ten calls at once, each with the same ready mail: nothing sends faster than that. */
export async function measureEndpoint(endpoint: string, raw: Buffer, seconds: number): Promise<number> {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new SESClient({ region: "eu-central-1", endpoint, credentials, maxAttempts: 1 });
  const endsAtMs = performance.now() + seconds * 1000;
  let sent = 0;
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      for (; performance.now() < endsAtMs; sent++)
        await client.send(new SendRawEmailCommand({ Destinations: ["a@bench.test"], RawMessage: { Data: raw } }));
    }),
  );
  return sent / seconds;
}

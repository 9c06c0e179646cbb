import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import postgres from "postgres";

type Asked = { eventId: string; name: string; email: string };
type Answered = { status: number; body: unknown };

// The other ways to take a registration, on bare node:http and with as many connections as the product has.
const [form, databaseUrl = "", sesEndpoint = ""] = process.argv.slice(2);
const sql = postgres(databaseUrl, { max: 10, onnotice: () => {} });
const ses = new SESClient({
  ...{ region: "eu-central-1", endpoint: sesEndpoint },
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});

/** What a first draft does: it reads whether there is room, then writes, then sends the mail, each on its own. */
async function readThenWrite({ eventId, name, email }: Asked): Promise<Answered> {
  const [event] = await sql`
    select capacity, (select count(*) from registrations r where r.event_id = e.id and status = 'confirmed')::int as taken
    from events e where id = ${eventId}`;
  if (!event || (event.capacity !== null && event.taken >= event.capacity))
    return { status: 409, body: { code: "event_full" } };
  const [user] = await sql`
    insert into users (id, email, name) values (${randomUUID()}, ${email}, ${name})
    on conflict (email) do update set email = excluded.email returning id`;
  const id = randomUUID();
  await insertRegistration(sql, { id, eventId, userId: user?.id, name });
  const raw = `From: bench@turnout.local\r\nTo: ${email}\r\nSubject: You are in\r\n\r\nSee you there.\r\n`;
  await ses.send(new SendRawEmailCommand({ Destinations: [email], RawMessage: { Data: Buffer.from(raw) } }));
  return { status: 201, body: { id, status: "confirmed" } };
}

/** The right thing for one request at a time: lock the event, insert while there is room, write the message, commit. */
async function oneByOne({ eventId, name, email }: Asked): Promise<Answered> {
  return sql.begin(async (tx) => {
    const [event] = await tx`select capacity, seats_taken from events where id = ${eventId} for no key update`;
    if (!event || (event.capacity !== null && event.seats_taken >= event.capacity))
      return { status: 409, body: { code: "event_full" } };
    const [user] = await tx`
      insert into users (id, email, name) values (${randomUUID()}, ${email}, ${name})
      on conflict (email) do update set email = excluded.email returning id`;
    const id = randomUUID();
    await insertRegistration(tx, { id, eventId, userId: user?.id, name });
    await tx`update events set seats_taken = seats_taken + 1 where id = ${eventId}`;
    await tx`
      insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, run_at)
      values (${randomUUID()}, 'registration_confirmed', ${`registration_confirmed:${id}:0`}, ${eventId}, ${id}, ${user?.id}, now())`;
    return { status: 201, body: { id, status: "confirmed" } };
  }) as Promise<Answered>;
}

type NewRow = { id: string; eventId: string; userId: string; name: string };

async function insertRegistration(tx: postgres.ISql, { id, eventId, userId, name }: NewRow): Promise<void> {
  await tx`
    insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
    values (${eventId}, ${id}, ${userId}, ${name}, 'confirmed', ${randomUUID()}, ${id.slice(0, 8).toUpperCase()}, ${name}, now())`;
}

const answer = form === "naive" ? readThenWrite : oneByOne;
const server = createServer(async (request: IncomingMessage, response) => {
  const { status, body } = await answer((await json(request)) as Asked).catch((error: unknown) => ({
    ...{ status: 500, body: { code: String(error) } },
  }));
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));

import { Agent, request as send } from "node:http";
import type { Sql } from "postgres";

const seats = 10_000;
const offers = 30_000;
const connections = 500;

/** Offers for all seats of one event, a quarter of them repeats, over so many connections; says how fast it sold and whether all is right. */
export async function sellOut(url: string, eventId: string, sql: Sql): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const emails = Array.from({ length: offers }, (_, nth) => {
    const person = nth % 4 === 3 ? nth - 3 : nth;
    return `sell-out-${eventId}-${person}@bench.test`;
  });
  const statuses = new Map<number, number>();
  let soldAtMs = 0;
  let sold = 0;
  const startedAt = performance.now();
  let nextOffer = 0;
  const offerOn = async () => {
    for (let nth = nextOffer++; nth < offers; nth = nextOffer++) {
      const status = await post(agent, `${url}/api/registrations`, { eventId, name: "Grace", email: emails[nth] });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 201 && ++sold === seats) soldAtMs = performance.now() - startedAt;
    }
  };
  await Promise.all(Array.from({ length: connections }, offerOn));
  const tookMs = performance.now() - startedAt;
  agent.destroy();
  const [row] = await sql`
    select (select count(*)::int from registrations where event_id = ${eventId} and status = 'confirmed') as rows,
           (select seats_taken from events where id = ${eventId}) as taken`;
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");
  return `sell-out: ${seats} seats sold in ${(soldAtMs / 1000).toFixed(2)} s, ${offers} offers answered in ${(tookMs / 1000).toFixed(2)} s (${told}); rows ${row?.rows}, counter ${row?.taken}`;
}

function post(agent: Agent, url: string, body: object): Promise<number> {
  const text = JSON.stringify(body);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sent = send(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(text);
  });
}

import { inHours } from "../make-event";
import { bearerOf } from "../tokens";
import type { At } from "./rows";
import type { World } from "./world";

const now = () => new Date().toISOString();

/**
 * Two phones without network let in the attendee on the same ticket: the scan that an organizer
 * should look at.
 */
export async function scanTwice({ place, world }: At) {
  const scanId = crypto.randomUUID();
  const scan = { ticket: place.ticket, scannedAt: now(), offline: true, letIn: true };
  for (const [gate, id] of Object.entries({ North: crypto.randomUUID(), South: scanId }))
    await ask(world, "/api/checkin", { eventId: place.id, scans: [{ ...scan, gate, scanId: id }] });
  return { scanId };
}

/** Somebody who came without a ticket while there was no network. */
export async function comeWithoutTicket({ place, world }: At) {
  const walkInId = crypto.randomUUID();
  const person = { name: "Walker", email: `matrix-${walkInId}@example.org` };
  const walkIn = { ...person, walkInId, scanId: crypto.randomUUID(), scannedAt: now(), offline: true };
  await ask(world, "/api/checkin/walk-ins", { eventId: place.id, walkIns: [walkIn] });
  return { walkInId };
}

/** An announcement that waits for its time. */
export async function announceLater({ place }: At) {
  const id = crypto.randomUUID();
  const content = { subject: "News", body: "Text", audience: "confirmed" };
  const time = { when: "later", sendAt: inHours(30).slice(0, 16), timezone: "Europe/Berlin" };
  const said = await place.act("composeAction", "/messages", { id, intent: "send", ...content, ...time });
  if (said !== "in") throw new Error(`the announcement was not taken: ${said}`);
  return { id };
}

async function ask(world: World, path: string, data: object): Promise<void> {
  const headers = await bearerOf(world.request, world.emails.owner);
  const answer = await world.request.post(path, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

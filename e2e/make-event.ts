import { type APIRequestContext, expect } from "@playwright/test";
import { bearerOf } from "./tokens";

const hourMs = 3_600_000;

/** The instant so many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();

export type MadeEvent = {
  id: string;
  slug: string;
  title: string;
  path: string;
  /** Changes fields of the event. */
  change: (fields: object) => Promise<void>;
  /** Calls it off. */
  cancel: (reason: string) => Promise<void>;
  /** Everybody on its guest list. */
  guests: () => Promise<{ id: string; name: string; email: string; status: string }[]>;
  /** Admits a ticket at the door. */
  admit: (ticket: string) => Promise<void>;
};

let count = 0;

/**
 * An event of organizer@demo.test, or whoever `as` names, that no other test touches, made over the
 * API: in two days in Berlin, unless the fields say otherwise.
 */
export async function makeEvent(
  request: APIRequestContext,
  {
    isDraft = false,
    as = "organizer@demo.test",
    ...fields
  }: { isDraft?: boolean; as?: string; [field: string]: unknown } = {},
): Promise<MadeEvent> {
  const headers = await bearerOf(request, as);
  const send = async (method: string, path: string, data?: unknown) => {
    const answer = await request.fetch(path, { method, data, headers });
    expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  const plan = {
    title: `Attendee spec ${Date.now().toString(36)} ${process.pid} ${count++}`,
    startsAt: inHours(48),
    endsAt: inHours(50),
    timezone: "Europe/Berlin",
    venue: "Reading room",
  };
  const { id, slug, title } = await send("POST", "/api/events", { ...plan, ...fields });
  if (!isDraft) await send("POST", `/api/events/${id}/publish`);
  return {
    ...{ id, slug, title, path: `/events/${slug}` },
    change: (changes) => send("PATCH", `/api/events/${id}`, changes),
    cancel: (reason) => send("POST", `/api/events/${id}/cancel`, { reason }),
    guests: async () => (await send("GET", `/api/registrations?eventId=${id}&limit=100`)).items,
    admit: async (ticket) => {
      const scan = { scanId: crypto.randomUUID(), ticket, scannedAt: new Date().toISOString(), gate: "Gate A" };
      const { results } = await send("POST", "/api/checkin", { eventId: id, scans: [scan] });
      expect(results[0].verdict).toBe("admitted");
    },
  };
}

/** Registers somebody for an event over the API and returns the path of their ticket's page and its code, if they got a seat. */
export async function registerGuest(
  request: APIRequestContext,
  event: MadeEvent,
  { name = "Grace Hopper", email }: { name?: string; email: string },
): Promise<{ path: string; code: string }> {
  const answer = await request.post("/api/registrations", { data: { eventId: event.id, name, email } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { ticket } = await answer.json();
  return { path: ticket ? new URL(ticket.url).pathname : "", code: ticket?.code ?? "" };
}

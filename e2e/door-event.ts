import { type APIRequestContext, expect } from "@playwright/test";
import { bearerOf } from "./tokens";

const hour = 3_600_000;

type LoggedScan = {
  scanId: string;
  verdict: string;
  name: string | null;
  scannedAt: string;
  isStanding: boolean;
  isOffline: boolean;
  gate: string | null;
};

export type DoorEvent = Awaited<ReturnType<typeof openDoorEvent>>;

export type Guest = { id: string; code: string; reference: string; name: string };

/** An event of this test alone, made over the API by the demo organizer, whose guests the test registers as it needs them. */
export async function openDoorEvent(request: APIRequestContext, title = "Door test") {
  const headers = await bearerOf(request, "organizer@demo.test");

  async function send<Body>(method: string, path: string, data?: unknown): Promise<Body> {
    const sent = await request.fetch(path, { method, data, headers });
    expect(sent.ok(), await sent.text()).toBe(true);
    return sent.json();
  }

  const { id } = await send<{ id: string }>("POST", "/api/events", {
    title,
    startsAt: new Date(Date.now() + hour),
    endsAt: new Date(Date.now() + 5 * hour),
    timezone: "Europe/Berlin",
  });
  await send("POST", `/api/events/${id}/publish`);

  return {
    id,
    send,
    async register(name: string, department?: string): Promise<Guest> {
      const email = `door-${crypto.randomUUID()}@example.org`;
      const registered = await request.post("/api/registrations", { data: { eventId: id, name, email, department } });
      expect(registered.status(), await registered.text()).toBe(201);
      const { id: registrationId, ticket } = await registered.json();
      const roster = `/api/checkin/roster?eventId=${id}&limit=1000`;
      const { items } = await send<{ items: { registrationId: string; reference: string }[] }>("GET", roster);
      const reference = items.find((person) => person.registrationId === registrationId)?.reference ?? "";
      return { id: registrationId, code: ticket.code, reference, name };
    },
    cancel: (guest: Guest) => send("DELETE", `/api/registrations/${guest.id}`),
    /** Every scan stored for this event, the latest first. */
    async log() {
      const { items } = await send<{ items: LoggedScan[] }>("GET", `/api/checkin/log?eventId=${id}&limit=100`);
      return items;
    },
  };
}

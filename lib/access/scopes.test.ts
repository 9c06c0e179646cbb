import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { eventMembers, events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { newId } from "@/lib/platform/id";
import { type Actor, anonymous, type Role } from "./actor";
import { attendeeTokenOf } from "./attendee-token";
import {
  requireAdmin,
  requireAttendeeByToken,
  requireAuthor,
  requireDoor,
  requireOrganizer,
  requireOwnRegistration,
} from "./scopes";

const eventId = newId();
const otherEventId = newId();
const registrationId = newId();
const ticketId = crypto.randomUUID();
const ids = { owner: newId(), organizer: newId(), door: newId(), stranger: newId(), admin: newId() };

function actor(userId: string, role: Role = "organizer"): Actor {
  return { kind: "person", userId, sessionId: newId(), email: "", name: "", department: null, role };
}

beforeAll(async () => {
  await db()
    .insert(users)
    .values(Object.values(ids).map((id) => ({ id, email: `${id}@example.org`, name: "Somebody" })));
  const instants = { startsAt: new Date("2026-06-01T10:00Z"), endsAt: new Date("2026-06-01T12:00Z"), timezone: "UTC" };
  await db()
    .insert(events)
    .values([
      { id: eventId, slug: "ours", title: "Ours", organizerId: ids.owner, ...instants },
      { id: otherEventId, slug: "theirs", title: "Theirs", organizerId: ids.stranger, ...instants },
    ]);
  await db()
    .insert(eventMembers)
    .values([
      { eventId, userId: ids.organizer, role: "organizer" },
      { eventId, userId: ids.door, role: "door_staff" },
    ]);
  await db().insert(registrations).values({
    eventId,
    id: registrationId,
    userId: ids.door,
    name: "Ada",
    status: "confirmed",
    ticketId,
    reference: "ABCD2345",
    searchText: "ada",
    registeredAt: new Date(),
  });
});

describe("who may run an event", () => {
  it("is its owner, an organizer of its team and an administrator", async () => {
    for (const allowed of [actor(ids.owner), actor(ids.organizer, "attendee"), actor(ids.admin, "admin")]) {
      expect(await requireOrganizer(allowed, eventId)).toMatchObject({ eventId });
    }
  });

  it("is nobody else: strangers and door staff learn nothing, nobody in particular is asked to sign in", async () => {
    for (const refused of [actor(ids.stranger), actor(ids.door)]) {
      await expect(requireOrganizer(refused, eventId)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(requireOrganizer(actor(ids.owner), newId())).rejects.toMatchObject({ code: "not_found" });
    await expect(requireOrganizer(anonymous, eventId)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("who may work at a door", () => {
  it("is whoever runs the event and its door staff, of this event only", async () => {
    expect(await requireDoor(actor(ids.door, "attendee"), eventId)).toMatchObject({ mayOrganize: false });
    expect(await requireDoor(actor(ids.owner), eventId)).toMatchObject({ mayOrganize: true });
    await expect(requireDoor(actor(ids.door), otherEventId)).rejects.toMatchObject({ code: "not_found" });
    await expect(requireDoor(actor(ids.stranger), eventId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("who may act on a registration", () => {
  it("is whoever holds its link, as long as its ticket stands", async () => {
    const token = attendeeTokenOf({ eventId, registrationId, ticketId });
    expect(await requireAttendeeByToken(token)).toMatchObject({ eventId, registrationId, userId: ids.door });
    const ofReplacedTicket = attendeeTokenOf({ eventId, registrationId, ticketId: crypto.randomUUID() });
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const refused of [ofReplacedTicket, altered, token.slice(1), "", `${"A".repeat(63)}B`]) {
      await expect(requireAttendeeByToken(refused)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("is its own person when signed in, and no stranger", async () => {
    expect(await requireOwnRegistration(actor(ids.door), registrationId)).toMatchObject({ eventId, registrationId });
    await expect(requireOwnRegistration(actor(ids.owner), registrationId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("global rights", () => {
  it("belong to organizers and administrators", () => {
    expect(requireAuthor(actor(ids.owner, "organizer")).userId).toBe(ids.owner);
    expect(() => requireAuthor(actor(ids.owner, "attendee"))).toThrow("Only organizers");
    expect(() => requireAdmin(actor(ids.owner, "organizer"))).toThrow("nothing here");
  });
});

import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { decideTogether } from "@/lib/registrations/decide-together";
import { type DoorStatus, doorStatusOf } from "./rules";

/** Somebody who came without a ticket, as the phone sent them. */
export type WalkIn = {
  id: string;
  name: string;
  email: string;
  department: string | null;
  cameAt: Date;
  isOffline: boolean;
  receivedAt: Date;
};

/** The registration that they have now, or why they have none. */
export type Place =
  | { registrationId: string; ticketId: string; status: DoorStatus; isNew: boolean }
  | { refused: "full" | "closed" };

/**
 * Takes each of them through the registration engine, all together: a seat, or else the line; whoever is in already always finds a place
 * in it. A registration that stood before is theirs. Returned by walk-in id.
 */
export async function findPlaces(eventId: string, walkIns: WalkIn[]): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  const decisions = await Promise.all(walkIns.map((walkIn) => decideTogether(requestOf(eventId, walkIn))));
  const standing = new Map<string, WalkIn>();
  for (const [index, walkIn] of walkIns.entries()) {
    const decision = decisions[index];
    switch (decision?.outcome) {
      case "registered": {
        const { id, ticketId, status } = decision.seat;
        places.set(walkIn.id, { registrationId: id, ticketId, status: doorStatusOf(status), isNew: true });
        break;
      }
      case "already_registered":
      case "already_registered_guest":
        standing.set(walkIn.email, walkIn);
        break;
      case "event_full":
        places.set(walkIn.id, { refused: "full" });
        break;
      case "registration_closed":
        places.set(walkIn.id, { refused: "closed" });
        break;
      default:
        throw new Error(`nobody can come to the door with the outcome ${decision?.outcome}`);
    }
  }
  const found = await findStanding(eventId, [...standing.keys()]);
  for (const { id, email, receivedAt } of walkIns) {
    const row = found.get(email);
    // What was registered since this walk-in first came is its own doing: it was cut off before it was told.
    if (row && !places.has(id))
      places.set(id, { ...row, status: doorStatusOf(row.status), isNew: row.registeredAt >= receivedAt });
  }
  return places;
}

function requestOf(eventId: string, { name, email, department, cameAt, isOffline }: WalkIn) {
  return {
    ...{ eventId, who: { name, email }, department: department ?? undefined, answers: {}, guests: [] },
    ...{ invitation: undefined, isAdded: true, cameIn: { at: cameAt, mustStand: isOffline }, claim: null },
  };
}

async function findStanding(eventId: string, emails: string[]) {
  if (emails.length === 0) return new Map<string, never>();
  const rows = await db()
    .select({
      ...{ email: users.email, registrationId: registrations.id, ticketId: registrations.ticketId },
      ...{ status: registrations.status, registeredAt: registrations.registeredAt },
    })
    .from(registrations)
    .innerJoin(users, eq(users.id, registrations.userId))
    .where(and(eq(registrations.eventId, eventId), inArray(users.email, emails)));
  return new Map(rows.map(({ email, ...row }) => [email, row]));
}

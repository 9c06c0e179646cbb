import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import type { AdminScope } from "@/lib/access/scopes";
import type { RegistrationStatus } from "./input";

export type RegistrationInShort = {
  id: string;
  eventId: string;
  title: string;
  status: RegistrationStatus;
  startsAt: Date;
  timezone: string;
};

/** How many registrations a person has, and the ten made last. */
export async function listRegistrationsOf(
  _scope: AdminScope,
  userId: string,
): Promise<{ count: number; latest: RegistrationInShort[] }> {
  const { id, eventId, status, registeredAt } = registrations;
  const { title, startsAt, timezone } = events;
  const [count, latest] = await Promise.all([
    db().$count(registrations, eq(registrations.userId, userId)),
    db()
      .select({ id, eventId, title, status, startsAt, timezone })
      .from(registrations)
      .innerJoin(events, eq(events.id, eventId))
      .where(eq(registrations.userId, userId))
      .orderBy(desc(registeredAt), desc(id))
      .limit(10),
  ]);
  return { count, latest };
}

import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import type { Person } from "@/lib/access/actor";
import { makePerson } from "./make-person";

/** A person who works at the door of that event. */
export async function makeDoorStaff(eventId: string): Promise<Person> {
  const staff = await makePerson({ name: "Sam Door" });
  await db().insert(eventMembers).values({ eventId, userId: staff.userId, role: "door_staff" });
  return staff;
}

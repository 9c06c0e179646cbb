import { notFound } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/_server/or-not-found";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { type DoorScope, requireDoor } from "@/lib/access/scopes";
import { type EventDetail, readEvent } from "@/lib/events/queries";

/** The right to work at the door that a page is about, and its event; strangers get 404, the signed-out sign in first. */
export async function doorOfPage(eventId: string, path: string): Promise<{ scope: DoorScope; event: EventDetail }> {
  const person = await personOrSignIn(path);
  if (!z.uuid().safeParse(eventId).success) notFound();
  const scope = await orNotFound(requireDoor(person, eventId.toLowerCase()));
  return { scope, event: await readEvent(scope.eventId) };
}

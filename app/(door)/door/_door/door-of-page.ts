import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { orNotFound } from "@/app/_server/or-not-found";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { currentActor } from "@/app/_server/session";
import { type DoorScope, requireDoor } from "@/lib/access/scopes";
import { type EventDetail, readEvent } from "@/lib/events/queries";
import { AppError } from "@/lib/platform/errors";

type DoorOfPage = { scope: DoorScope; event: EventDetail; device: { name: string; gate: string | null } | null };

/**
 * The right to work at the door that a page is about, and its event; strangers get 404, the signed-out sign in first, and a phone whose
 * way in has ended is told so.
 */
export async function doorOfPage(eventId: string, path: string): Promise<DoorOfPage> {
  const actor = await currentActor();
  if (actor.kind === "anonymous") await personOrSignIn(path);
  if (!z.uuid().safeParse(eventId).success) notFound();
  const scope = await orNotFound(requireDoor(actor, eventId.toLowerCase()).catch(endIfOver));
  const device = scope.device && { name: scope.device.name, gate: scope.device.gate };
  return { scope, event: await readEvent(scope.eventId), device };

  async function endIfOver(error: unknown): Promise<never> {
    if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
    const isHere = actor.kind !== "anonymous" && (actor.kind === "device" ? actor : actor.device)?.eventId === eventId;
    if (isHere) redirect("/door/ended");
    await personOrSignIn(path);
    throw error;
  }
}

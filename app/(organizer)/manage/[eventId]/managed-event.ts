import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound } from "@/app/_server/or-not-found";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { type OrganizerScope, requireOrganizer, requireViewer, type ViewerScope } from "@/lib/access/scopes";
import { eventIdParams } from "@/lib/events/input";
import { type EventDetail, readEvent } from "@/lib/events/queries";

type ViewedEvent = { event: EventDetail; scope: ViewerScope };
type ManagedEvent = { event: EventDetail; scope: OrganizerScope };

/**
 * The event of this page with the right to run it, asked once a request. Strangers get the 404 page, as for an event that
 * does not exist; whoever is not signed in comes back to the page afterwards.
 */
export const managedEventOf = cache(async (id: string, page = ""): Promise<ManagedEvent> => {
  const person = await personOrSignIn(`/manage/${encodeURIComponent(id)}${page}`);
  const params = eventIdParams.safeParse({ id });
  if (!params.success) notFound();
  const scope = await orNotFound(requireOrganizer(person, params.data.id));
  return { scope, event: await orNotFound(readEvent(scope.eventId)) };
});

/** The same for whoever may only look at it. */
export const viewedEventOf = cache(async (id: string, page = ""): Promise<ViewedEvent> => {
  const person = await personOrSignIn(`/manage/${encodeURIComponent(id)}${page}`);
  const params = eventIdParams.safeParse({ id });
  if (!params.success) notFound();
  const scope = await orNotFound(requireViewer(person, params.data.id));
  return { scope, event: await orNotFound(readEvent(scope.eventId)) };
});

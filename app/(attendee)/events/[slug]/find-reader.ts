import { currentActor } from "@/app/_server/session";
import type { Actor } from "@/lib/access/actor";
import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { findOwnRegistration, type RegistrationDetail } from "@/lib/registrations/queries";
import { getSurvey } from "@/lib/surveys/queries";
import { surveyStateOf } from "@/lib/surveys/rules";
import { attendeeTokenIn } from "../../ticket-view";

/** For whom an event's page is drawn, and what is theirs alone on it. */
export type Reader = {
  actor: Actor;
  own: RegistrationDetail | null;
  /** Where they answer the event's survey, while that is open to them. */
  surveyHref: string | null;
  mayManage: boolean;
};

/** Whoever asks for this page, with their own part of it. */
export async function findReader(event: EventDetail): Promise<Reader> {
  const actor = await currentActor();
  const own = await findOwnRegistration(actor, event.id);
  const mayManage = actor.kind === "person" && (actor.userId === event.organizer.id || actor.role === "admin");
  return { actor, own, surveyHref: own && (await surveyHrefOf(actor, own)), mayManage };
}

async function surveyHrefOf(actor: Actor, { event, checkedInAt, pageUrl }: RegistrationDetail): Promise<string | null> {
  if (!checkedInAt || event.endsAt > now()) return null;
  const isOpen = surveyStateOf(await getSurvey(actor, event.id), now()) === "open";
  return isOpen ? `/surveys/${attendeeTokenIn(pageUrl)}` : null;
}

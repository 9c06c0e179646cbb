import { attendeeTokenIn } from "@/app/(attendee)/ticket-view";
import type { Actor } from "@/lib/access/actor";
import { type Account, findAccount } from "@/lib/access/find-account";
import { getReaderView, type ReaderView } from "@/lib/registrations/get-reader-view";
import { isSurveyWaiting } from "@/lib/surveys/is-survey-waiting";

/** What an event's page adds for its reader. */
export type Reader = ReaderView & {
  account: Account | null;
  /** Where they answer the event's survey, while it waits for them. */
  surveyUrl: string | null;
};

type By = { invitation: string | undefined; guestTokens: string[] };

/**
 * What the event's page adds for this actor, who came by that invitation and registered as a guest
 * under those tokens.
 */
export async function loadReader(actor: Actor, eventId: string, by: By): Promise<Reader> {
  const [account, view] = await Promise.all([
    actor.kind === "person" ? findAccount(actor) : null,
    getReaderView(actor, eventId, by),
  ]);
  const { registration } = view;
  const isAsked = registration !== null && registration.checkedInAt !== null && (await isSurveyWaiting(registration));
  return { account, ...view, surveyUrl: isAsked ? `/surveys/${attendeeTokenIn(registration.pageUrl)}` : null };
}

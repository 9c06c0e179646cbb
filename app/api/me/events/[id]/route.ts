import { everyone } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { guestCookie, readGuestTokens } from "@/app/_server/guest-cookie";
import { readCookie } from "@/app/_server/request-actor";
import { findAccount } from "@/lib/access/find-account";
import { eventIdParams } from "@/lib/events/input";
import { getReaderView } from "@/lib/registrations/get-reader-view";
import { readerQuery } from "@/lib/registrations/input";
import { isSurveyWaiting } from "@/lib/surveys/is-survey-waiting";

export const dynamic = "force-dynamic";

export const GET = route(
  { access: everyone, limit: "read", params: eventIdParams, query: readerQuery },
  async ({ actor, params: { id }, query: { invitation }, request }) => {
    const guestTokens = readGuestTokens(readCookie(request, guestCookie.name));
    const [account, view] = await Promise.all([
      actor.kind === "person" ? findAccount(actor) : null,
      getReaderView(actor, id, { invitation, guestTokens }),
    ]);
    const { registration } = view;
    const isAsked = registration !== null && registration.checkedInAt !== null && (await isSurveyWaiting(registration));
    const surveyUrl = isAsked ? `/surveys/${registration.pageUrl.split("/").at(-1)}` : null;
    return json({ account, ...view, surveyUrl });
  },
);

import { audienceKeyOf } from "@/app/_server/audience-key";
import { actorOfCookies } from "@/app/_server/request-actor";
import { sessionCookie } from "@/app/_server/session-cookie";
import { audienceOf, haveListsAudiences } from "@/lib/events/visibility";
import { onInvalidated, pagesTag } from "@/lib/platform/cache";
import { cookieValue, hasCookie } from "./cookies";

/**
 * For whom the list of events is drawn; null for everybody, as for strangers and as long as no
 * event is listed for some people only.
 */
export async function findListAudience(cookie: string | undefined): Promise<string | null> {
  if (!hasCookie(cookie, sessionCookie.name) || !(await doListsDiffer())) return null;
  const actor = await actorOfCookies((name) => cookieValue(cookie, name));
  return audienceKeyOf(await audienceOf(actor));
}

let known: Promise<boolean> | null = null;
let isListening = false;

// Kept in the process like the pages themselves: asked with each list of a signed-in person, the
// answer of a shared cache would cost a round trip.
function doListsDiffer(): Promise<boolean> {
  if (!isListening) {
    isListening = true;
    onInvalidated(pagesTag, () => {
      known = null;
    });
  }
  known ??= haveListsAudiences().catch((error: unknown) => {
    known = null;
    throw error;
  });
  return known;
}

import { audienceKeyOf } from "@/app/_server/audience-key";
import { actorOfCookies } from "@/app/_server/request-actor";
import { sessionCookie } from "@/app/_server/session-cookie";
import { audienceOf, haveListsAudiences } from "@/lib/events/visibility";
import { cookieValue, hasCookie } from "./cookies";

/**
 * For whom the list of events is drawn; null for everybody, as for strangers and as long as no
 * event is listed for some people only.
 */
export async function findListAudience(cookie: string | undefined): Promise<string | null> {
  if (!hasCookie(cookie, sessionCookie.name) || !(await haveListsAudiences())) return null;
  const actor = await actorOfCookies((name) => cookieValue(cookie, name));
  return audienceKeyOf(await audienceOf(actor));
}

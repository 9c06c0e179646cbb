import { headers } from "next/headers";
import { type Audience, audienceHeader, audienceOfKey } from "./audience-key";

/**
 * For whom the front has this page drawn; nobody outside can say so, since the guard strips the
 * header.
 */
export function shownAudience(): Audience {
  return audienceOfKey(headers().get(audienceHeader));
}

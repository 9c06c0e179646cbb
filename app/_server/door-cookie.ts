import { hostCookie, setHostCookie } from "./host-cookie";

/** The cookie that names a phone at the door. It outlives any event's door: what ends it is the door itself. */
export const doorCookie = hostCookie("turnout-door", 40 * 24 * 60 * 60);

/** The cookie as a route handler's answer sets it. */
export function setDoorCookie(token: string): string {
  return setHostCookie(doorCookie, token);
}

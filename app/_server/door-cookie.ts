import { config } from "@/lib/platform/config";

/** The cookie that names a phone at the door. It outlives any event's door: what ends it is the door itself. */
export const doorCookie = {
  name: "turnout-door",
  options: {
    ...({ httpOnly: true, sameSite: "lax", path: "/" } as const),
    ...{ secure: config().APP_URL.startsWith("https:"), maxAge: 40 * 24 * 60 * 60 },
  },
};

/** The cookie as a route handler's answer sets it. */
export function setDoorCookie(token: string): string {
  const { path, maxAge, secure } = doorCookie.options;
  return `${doorCookie.name}=${token}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

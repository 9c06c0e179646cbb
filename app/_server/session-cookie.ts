import { sessionSeconds } from "@/lib/access/sessions";
import { hostCookie } from "./host-cookie";

/** The session cookie: its value is next-auth's to set and to drop as well, and names nobody. */
export const sessionCookie = hostCookie("next-auth.session-token", sessionSeconds);

import { demoPassword } from "../fixtures";
import { callAction } from "./call-action";
import type { Caller } from "./send";

/** The kinds of caller, from nobody to the operator. */
export const callerNames = ["anonymous", "attendee", "phone", "staff", "otherOrganizer", "owner", "admin"] as const;
export type CallerName = (typeof callerNames)[number];

/** A caller who has signed in by password, or has not signed in at all. */
export async function openCaller(name: CallerName, email?: string): Promise<Caller> {
  const caller: Caller = { name, cookies: new Map() };
  if (!email) return caller;
  const fields = { email, password: demoPassword, next: "" };
  const signedIn = await callAction(caller, "signInWithPasswordAction", "/sign-in?step=password", fields);
  if (signedIn !== "in") throw new Error(`${email} could not sign in: ${signedIn}`);
  return caller;
}

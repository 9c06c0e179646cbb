import { cookies } from "next/headers";
import { cache } from "react";
import { type Actor, anonymous } from "@/lib/access/actor";
import { findPersonOfCookie, sessionCookie } from "./session-cookie";

/** Whoever looks at this page or runs this action. Asked once a request. For route handlers there is `actorOf`. */
export const currentActor = cache(async (): Promise<Actor> => {
  return (await findPersonOfCookie(cookies().get(sessionCookie.name)?.value)) ?? anonymous;
});

import { redirect } from "next/navigation";
import { type PersonScope, requirePerson } from "@/lib/access/scopes";
import { currentActor } from "./session";

/** The signed-in person of this page; anybody else is sent to sign in and comes back to `path`. */
export async function personOrSignIn(path: string): Promise<PersonScope> {
  const actor = await currentActor();
  if (actor.kind !== "person") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return requirePerson(actor);
}

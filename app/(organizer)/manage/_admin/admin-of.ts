import { notFound } from "next/navigation";
import { personOrSignIn } from "@/app/_server/person-or-sign-in";
import { canAdminister } from "@/lib/access/roles";
import { type AdminScope, requireAdmin } from "@/lib/access/scopes";

/**
 * The administrator who looks at this page; others get the 404 page, strangers sign in and come
 * back to it.
 */
export async function adminOf(path: string): Promise<AdminScope> {
  const person = await personOrSignIn(path);
  if (!canAdminister(person)) notFound();
  return requireAdmin(person);
}

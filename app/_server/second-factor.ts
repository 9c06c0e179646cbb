import { redirect } from "next/navigation";
import type { Person } from "@/lib/access/actor";

/** Where a second factor is given, from where one goes on to `next`. */
export function passkeyHref(next: string): string {
  return `/sign-in/passkey?next=${encodeURIComponent(next)}`;
}

/**
 * Leads whoever lacks a demanded second factor to where they give it, and back to `path` from
 * there.
 */
export function leadToSecondFactor(person: Person, path: string): void {
  if (person.lacksSecondFactor) redirect(passkeyHref(path));
}

/**
 * Where somebody who has just signed in goes on: to the second factor first, where one is demanded.
 */
export function placeAfterSignIn(person: Person, next: string): string {
  return person.lacksSecondFactor ? passkeyHref(next) : next;
}

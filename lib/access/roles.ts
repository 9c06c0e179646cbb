import type { Actor, Person } from "./actor";

export type MemberRole = "organizer" | "viewer" | "door_staff";
type Standing = { organizerId: string; memberRole: MemberRole | null };

/** True for those who may create events. */
export function canAuthorEvents(actor: Actor): actor is Person {
  return actor.kind === "person" && (actor.role === "organizer" || actor.role === "admin");
}

/** True for the operator of the whole installation. */
export function canAdminister(actor: Actor): actor is Person {
  return actor.kind === "person" && actor.role === "admin";
}

/** True when this person may run the event: its owner, an organizer of its team, or an administrator. */
export function canOrganize(actor: Actor, event: Standing): boolean {
  return (
    actor.kind === "person" &&
    (actor.role === "admin" || actor.userId === event.organizerId || event.memberRole === "organizer")
  );
}

/**
 * True when this person may look at the event's numbers, people and answers: whoever may run it,
 * and its viewers.
 */
export function canView(actor: Actor, event: Standing): boolean {
  return canOrganize(actor, event) || (actor.kind === "person" && event.memberRole === "viewer");
}

/** True when this person may work at the event's door: whoever may run it, and its door staff. */
export function canWorkDoor(actor: Actor, event: Standing): boolean {
  return canOrganize(actor, event) || (actor.kind === "person" && event.memberRole === "door_staff");
}

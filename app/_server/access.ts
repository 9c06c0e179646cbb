import type { Actor } from "@/lib/access/actor";
import {
  type AdminScope,
  type AttendeeScope,
  type AuthorScope,
  type DoorScope,
  type MailReaderScope,
  type OrganizerScope,
  type PersonScope,
  requireAdmin,
  requireAttendeeByToken,
  requireAuthor,
  requireDoor,
  requireMailReader,
  requireOrganizer,
  requireOwnRegistration,
  requirePerson,
  requireViewer,
  type ViewerScope,
} from "@/lib/access/scopes";

/**
 * Who may call an action or a handler, and the scope that its verb gets. A rule for signed-in people refuses strangers
 * before their input is read.
 */
export type AccessRule<Input, Scope> = {
  signedIn: boolean;
  /** True where a phone at the door is nobody either. */
  peopleOnly?: boolean;
  mint: (actor: Actor, input: Input) => Scope | Promise<Scope>;
};

/** True where this actor needs to sign in before what they send is even read. */
export function mustSignIn(
  actor: Actor,
  { signedIn, peopleOnly }: Pick<AccessRule<never, unknown>, "signedIn" | "peopleOnly">,
): boolean {
  return (signedIn && actor.kind === "anonymous") || (peopleOnly === true && actor.kind !== "person");
}

/** Anybody, signed in or not. */
export const everyone: AccessRule<unknown, Actor> = { signedIn: false, mint: (actor) => actor };

/** Any signed-in person. */
export const anyPerson: AccessRule<unknown, PersonScope> = {
  signedIn: true,
  peopleOnly: true,
  mint: (actor) => requirePerson(actor),
};

/** Whoever may create events. */
export const anyAuthor: AccessRule<unknown, AuthorScope> = {
  signedIn: true,
  peopleOnly: true,
  mint: (actor) => requireAuthor(actor),
};

/** Whoever operates the installation. */
export const anyAdmin: AccessRule<unknown, AdminScope> = {
  signedIn: true,
  peopleOnly: true,
  mint: (actor) => requireAdmin(actor),
};

/** Whoever may run the event that the input names. */
export function organizerOf<Input>(eventIdOf: (input: Input) => string): AccessRule<Input, OrganizerScope> {
  return { signedIn: true, mint: (actor, input) => requireOrganizer(actor, eventIdOf(input)) };
}

/** Whoever may look at the event that the input names as its team does. */
export function viewerOf<Input>(eventIdOf: (input: Input) => string): AccessRule<Input, ViewerScope> {
  return { signedIn: true, mint: (actor, input) => requireViewer(actor, eventIdOf(input)) };
}

/** Whoever may work at the door of the event that the input names. */
export function doorOf<Input>(eventIdOf: (input: Input) => string): AccessRule<Input, DoorScope> {
  return { signedIn: true, mint: (actor, input) => requireDoor(actor, eventIdOf(input)) };
}

/** The person whose registration the path names. */
export const ownRegistration: AccessRule<{ params: { id: string } }, AttendeeScope> = {
  signedIn: true,
  mint: (actor, { params }) => requireOwnRegistration(actor, params.id),
};

/** Whoever holds the secret link of the registration whose token the input carries. */
export function attendeeOf<Input>(tokenOf: (input: Input) => string): AccessRule<Input, AttendeeScope> {
  return { signedIn: false, mint: (_actor, input) => requireAttendeeByToken(tokenOf(input)) };
}

/** Whoever holds the link from a mail whose token the input carries. */
export function mailReaderOf<Input>(tokenOf: (input: Input) => string): AccessRule<Input, MailReaderScope> {
  return { signedIn: false, mint: (_actor, input) => requireMailReader(tokenOf(input)) };
}

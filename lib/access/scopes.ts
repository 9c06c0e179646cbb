import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { AppError, notFound } from "@/lib/platform/errors";
import type { Actor, Person } from "./actor";
import { findTokenKind, parseAttendeeToken, type TokenKind } from "./attendee-token";
import { type DoorDevice, findDevice } from "./find-device";
import { findStanding, type Standing } from "./find-standing";
import type { MailTopic } from "./input";
import { canAdminister, canAuthorEvents, canOrganize, canView, canWorkDoor } from "./roles";
import { openUnsubscribeToken } from "./unsubscribe-token";

declare const brand: unique symbol;
type Branded<Name extends string> = { readonly [brand]: Name };

/** The right to act as oneself. */
export type PersonScope = Person & Branded<"person">;
/** The right to create events. */
export type AuthorScope = Person & Branded<"author">;
/** The right to operate the installation. */
export type AdminScope = Person & Branded<"admin">;
/** The right to run one event. */
export type OrganizerScope = { readonly eventId: string; readonly actorId: string } & Branded<"organizer">;
/** The right to look at one event's numbers, people and answers; `mayOrganize`: and to run it. */
export type ViewerScope = {
  readonly eventId: string;
  readonly actorId: string;
  readonly mayOrganize: boolean;
} & Branded<"viewer">;
/** The right to scan at one event's door. */
export type DoorScope = {
  readonly eventId: string;
  /** The member of the team who works; null on a phone that came by a link. */
  readonly actorId: string | null;
  /** The phone; null where a member works without one, on a page or through the API. */
  readonly device: DoorDevice | null;
  readonly mayOrganize: boolean;
  /** Whether they may let in, with a reason, somebody whom the list refuses. */
  readonly mayOverride: boolean;
} & Branded<"door">;
/** The right to act on one registration as its person. */
export type AttendeeScope = {
  readonly eventId: string;
  readonly registrationId: string;
  readonly userId: string;
  /**
   * False for whoever registered an address that they have not proved: they may look and cancel.
   */
  readonly isOwner: boolean;
} & Branded<"attendee">;

/** The right to say which mails a person gets, by a link in one of them. */
export type MailReaderScope = { readonly userId: string; readonly topic: MailTopic } & Branded<"mail reader">;

/** The signed-in person, or `unauthenticated`. */
export function requirePerson(actor: Actor): PersonScope {
  if (actor.kind !== "person") throw new AppError("unauthenticated", "Sign in first.");
  return actor as PersonScope;
}

/**
 * A person who may create events, or `unauthenticated` / `forbidden` / `second_factor_required`.
 */
export function requireAuthor(actor: Actor): AuthorScope {
  requirePerson(actor);
  if (!canAuthorEvents(actor)) throw new AppError("forbidden", "Only organizers can create events.");
  requireSecondFactor(actor);
  return actor as AuthorScope;
}

/** An administrator, or `unauthenticated` / `not_found` / `second_factor_required`. */
export function requireAdmin(actor: Actor): AdminScope {
  requirePerson(actor);
  if (!canAdminister(actor)) throw notFound();
  requireSecondFactor(actor);
  return actor as AdminScope;
}

/**
 * The right to run this event, or `unauthenticated` / `second_factor_required`; `not_found` for a
 * stranger as for an event that does not exist.
 */
export async function requireOrganizer(actor: Actor, eventId: string): Promise<OrganizerScope> {
  const person = requirePerson(actor);
  const event = await findStanding({ eventId, ...person });
  if (!event || !canOrganize(person, event)) throw notFound();
  requireSecondFactor(person);
  await acceptInvitation(person, eventId, event);
  return { eventId, actorId: person.userId } as OrganizerScope;
}

/**
 * The right to look at this event as its team does, or `unauthenticated`; `not_found` for a
 * stranger.
 */
export async function requireViewer(actor: Actor, eventId: string): Promise<ViewerScope> {
  const person = requirePerson(actor);
  const event = await findStanding({ eventId, ...person });
  if (!event || !canView(person, event)) throw notFound();
  requireSecondFactor(person);
  await acceptInvitation(person, eventId, event);
  return { eventId, actorId: person.userId, mayOrganize: canOrganize(person, event) } as ViewerScope;
}

/** Whoever uses a part in a team takes it: from then on the team sees their name. */
async function acceptInvitation({ userId }: Person, eventId: string, { isNewMember }: Standing): Promise<void> {
  if (!isNewMember) return;
  const isOne = and(eq(eventMembers.eventId, eventId), eq(eventMembers.userId, userId));
  await db().update(eventMembers).set({ acceptedAt: now() }).where(isOne);
}

/** What somebody is told who must show a passkey first. */
export function secondFactorRequired(): AppError {
  return new AppError("second_factor_required", "Show your passkey first: this needs a second proof that it is you.");
}

function requireSecondFactor(person: Person): void {
  if (person.lacksSecondFactor) throw secondFactorRequired();
}

/**
 * The right to work at this event's door: a member's, or that of a phone that came by a link. `unauthenticated` once the phone, its link
 * or the member's session at this door has ended; `not_found` for a stranger.
 */
export async function requireDoor(actor: Actor, eventId: string): Promise<DoorScope> {
  const claim = actor.kind === "device" ? actor : actor.kind === "person" ? actor.device : undefined;
  const device = claim?.eventId === eventId ? await findDevice(claim) : null;
  if (actor.kind === "person") {
    const event = await findStanding({ eventId, ...actor });
    if (event && canWorkDoor(actor, event)) {
      if (event.hasLostPhone) throw doorHasEnded();
      await acceptInvitation(actor, eventId, event);
      const mayOrganize = canOrganize(actor, event);
      const own = device?.userId === actor.userId ? device : null;
      return { eventId, actorId: actor.userId, device: own, mayOrganize, mayOverride: mayOrganize } as DoorScope;
    }
  }
  if (device && device.userId === null)
    return { eventId, actorId: null, device, mayOrganize: false, mayOverride: device.mayOverride } as DoorScope;
  if (claim?.eventId === eventId) throw doorHasEnded();
  requirePerson(actor);
  throw notFound();
}

function doorHasEnded(): AppError {
  return new AppError("unauthenticated", "This phone's way in has ended. Ask the organizer for a new door link.");
}

// A named guest has no user: whoever brings them acts for them.
const leads = alias(registrations, "leads");

/** The right over one's own registration, or a guest's, by the secret link of its page, or `not_found`. */
export async function requireAttendeeByToken(token: string): Promise<AttendeeScope> {
  const claim = parseAttendeeToken(token);
  if (!claim) throw notFound();
  const [row] = await db()
    .select({
      userId: sql<string>`coalesce(${registrations.userId}, ${leads.userId})`,
      ticketId: registrations.ticketId,
      isClaimed: sql<boolean>`${registrations.isClaimed} or coalesce(${leads.isClaimed}, false)`,
    })
    .from(registrations)
    .leftJoin(leads, and(eq(leads.eventId, registrations.eventId), eq(leads.id, registrations.partyOf)))
    .where(and(eq(registrations.eventId, claim.eventId), eq(registrations.id, claim.registrationId)));
  const kind = row && findTokenKind(token, { ...claim, ticketId: row.ticketId });
  if (!row || !kind) throw notFound();
  return { ...claim, userId: row.userId, isOwner: kind === "proved" || !row.isClaimed } as AttendeeScope;
}

/** Which links this scope may be given: never better ones than it came by. */
export function tokenKindFor({ isOwner }: AttendeeScope): TokenKind {
  return isOwner ? "proved" : "claimed";
}

/** Refuses (`forbidden`) whoever only claimed the address of this registration. */
export function requireOwner({ isOwner }: AttendeeScope): void {
  if (isOwner) return;
  const detail =
    "Open the link in the mail that we sent to this address, or sign in with it: only its owner can do that.";
  throw new AppError("forbidden", detail);
}

/** The right over a registration that is the signed-in person's own, or `unauthenticated` / `not_found`. */
export async function requireOwnRegistration(actor: Actor, registrationId: string): Promise<AttendeeScope> {
  const { userId } = requirePerson(actor);
  const [row] = await db()
    .select({ eventId: registrations.eventId })
    .from(registrations)
    .where(and(eq(registrations.id, registrationId), eq(registrations.userId, userId)));
  if (!row) throw notFound();
  return { eventId: row.eventId, registrationId, userId, isOwner: true } as AttendeeScope;
}

/** The right over the mail preferences of whom a mail's link names, or `not_found`. */
export async function requireMailReader(token: string): Promise<MailReaderScope> {
  const claim = openUnsubscribeToken(token);
  if (!claim || (await db().$count(users, eq(users.id, claim.userId))) === 0) throw notFound();
  return claim as MailReaderScope;
}

import type { Actor } from "@/lib/access/actor";
import { findTokenKind, parseAttendeeToken, type TokenKind } from "@/lib/access/attendee-token";
import { canOrganize, canView, canWorkDoor } from "@/lib/access/roles";
import { isInvitationTo } from "@/lib/events/invitation";
import { isVisibleTo } from "@/lib/events/visibility";
import { notFound } from "@/lib/platform/errors";
import { findReaderRow, type ReaderRegistration, type ReaderRow } from "./find-reader-rows";
import { type IneligibleReason, ineligibleReasonOf } from "./rules";
import { type StandingRegistration, standingRegistrationOf } from "./standing-registration";

/** What an event's page adds for its reader. */
export type ReaderView = {
  registration: (StandingRegistration & { checkedInAt: Date | null }) | null;
  mayManage: boolean;
  mayOpenDoor: boolean;
  ineligibleReason: IneligibleReason | null;
};

type Reader = {
  invitation: string | undefined;
  /** Of the registrations that a guest made in this browser, the latest first; verified here. */
  guestTokens: string[];
};

/**
 * What the event's page adds for this reader, as stored when asked, or later; `not_found` for an
 * event that they may not know. A guest's registration is theirs while its token is good and it is
 * not cancelled.
 */
export async function getReaderView(
  actor: Actor,
  eventId: string,
  { invitation, guestTokens }: Reader,
): Promise<ReaderView> {
  const userId = actor.kind === "person" ? actor.userId : null;
  const tokens = userId === null ? guestTokens.filter((token) => parseAttendeeToken(token)?.eventId === eventId) : [];
  const registrationIds = tokens.flatMap((token) => parseAttendeeToken(token)?.registrationId ?? []);
  const row = await findReaderRow({ eventId, userId, registrationIds });
  const audience = userId === null ? "strangers" : { department: row?.provenDepartment ?? null };
  // Whoever is registered goes on seeing what they are registered for.
  const found = row && (userId === null ? findByToken(eventId, tokens, row) : ownOf(row));
  const isSeen = row?.isPublished && (isVisibleTo(audience, row) || found !== undefined);
  if (!row || !(isSeen || canView(actor, row) || canWorkDoor(actor, row))) throw notFound();
  const isInvited = isInvitationTo({ id: eventId, invitationVersion: row.invitationVersion }, invitation);
  return {
    registration: found ? shownOf(eventId, found.registration, found.kind) : null,
    mayManage: canOrganize(actor, row),
    mayOpenDoor: canWorkDoor(actor, row),
    ineligibleReason: ineligibleReasonOf(row, { department: row.provenDepartment, isInvited }),
  };
}

type Found = { registration: ReaderRegistration; kind: TokenKind };

function ownOf({ registrations: [registration] }: ReaderRow): Found | undefined {
  return registration && { registration, kind: "proved" };
}

function findByToken(eventId: string, tokens: string[], row: ReaderRow): Found | undefined {
  for (const token of tokens) {
    const claimedId = parseAttendeeToken(token)?.registrationId;
    const registration = row.registrations.find(({ id }) => id === claimedId);
    if (!registration) continue;
    const { id: registrationId, ticketId } = registration;
    const kind = findTokenKind(token, { eventId, registrationId, ticketId });
    if (kind) return { registration, kind };
  }
  return undefined;
}

function shownOf(eventId: string, registration: ReaderRegistration, kind: TokenKind): ReaderView["registration"] {
  const { id, ticketId, status, waitlistPosition, name, reference, registeredAtMs, checkedInAtMs } = registration;
  const { asksAddress, confirmByMs } = registration;
  const confirmBy = confirmByMs === null ? null : new Date(confirmByMs);
  const registeredAt = new Date(registeredAtMs);
  const place = { id, eventId, ticketId, status, waitlistPosition, asksAddress, confirmBy };
  const seat = { ...place, registeredAt, name, reference };
  const checkedInAt = checkedInAtMs === null ? null : new Date(checkedInAtMs);
  return { ...standingRegistrationOf(seat, kind), checkedInAt };
}

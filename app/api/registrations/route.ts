import { type AccessRule, everyone } from "@/app/_server/access";
import { type Answer, json, withHeaders } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { guestCookie, setGuestCookie, withGuestRegistration } from "@/app/_server/guest-cookie";
import { idempotencyClaimOf } from "@/app/_server/idempotency-claim";
import { readCookie } from "@/app/_server/request-actor";
import { isSameSite } from "@/app/_server/same-site";
import type { Actor } from "@/lib/access/actor";
import {
  type DoorScope,
  type PersonScope,
  requireDoor,
  requirePerson,
  requireViewer,
  type ViewerScope,
} from "@/lib/access/scopes";
import { AppError } from "@/lib/platform/errors";
import { findOtherFaults } from "@/lib/registrations/find-other-faults";
import { registerInput, registrationsQuery } from "@/lib/registrations/input";
import { closedBecause, eventFull } from "@/lib/registrations/messages";
import { listOwnRegistrations, listRegistrations } from "@/lib/registrations/queries";
import { type RegisterOutcome, register } from "@/lib/registrations/register";

export const dynamic = "force-dynamic";

const ownOrTeam: AccessRule<{ query: { eventId?: string | undefined } }, PersonScope | DoorScope | ViewerScope> = {
  signedIn: true,
  mint: (actor, { query: { eventId } }) => (eventId ? requireTeam(actor, eventId) : requirePerson(actor)),
};

// A viewer of the team sees the list as door staff do, and works at no door.
async function requireTeam(actor: Actor, eventId: string): Promise<DoorScope | ViewerScope> {
  try {
    return await requireDoor(actor, eventId);
  } catch (error) {
    if (actor.kind === "person" && error instanceof AppError && error.code === "not_found")
      return requireViewer(actor, eventId);
    throw error;
  }
}

export const GET = route({ access: ownOrTeam, limit: "read", query: registrationsQuery }, async ({ scope, query }) =>
  json(await ("mayOrganize" in scope ? listRegistrations(scope, query) : listOwnRegistrations(scope, query))),
);

export const POST = route(
  { access: everyone, limit: "register", body: registerInput, findMoreFaults: findOtherFaults },
  async ({ actor, body, caller, request }) => {
    const outcome = await register(actor, body, idempotencyClaimOf(request, actor, body), caller);
    const answer = answerOf(outcome);
    const cookie = isSameSite(request)
      ? withGuestRegistration(readCookie(request, guestCookie.name), actor, outcome)
      : null;
    return cookie === null ? answer : withHeaders(answer, { "Set-Cookie": setGuestCookie(cookie) });
  },
);

function answerOf(outcome: RegisterOutcome): Answer {
  switch (outcome.outcome) {
    case "registered":
      return json(outcome.registration, 201);
    case "already_registered":
      return json(outcome.registration);
    case "already_registered_guest":
      return json({ eventId: outcome.eventId, status: "already_registered", ticket: null });
    case "event_full":
      throw new AppError("event_full", eventFull);
    case "registration_closed":
      throw new AppError("registration_closed", closedBecause[outcome.reason]);
  }
}

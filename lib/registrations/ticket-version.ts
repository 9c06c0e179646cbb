import { createHash } from "node:crypto";
import type { RegistrationDetail } from "./queries";

/** A short text that changes whenever a ticket's page would say something else. */
export function ticketVersionOf(registration: RegistrationDetail): string {
  const { status, waitlistPosition, ticket, name, checkedInAt, confirmBy, event } = registration;
  const { revision, status: eventStatus, title, startsAt, endsAt, venue } = event;
  const place = [status, waitlistPosition, ticket?.code, name, checkedInAt, confirmBy];
  const facts = [revision, eventStatus, title, startsAt, endsAt, venue];
  return createHash("sha256")
    .update(JSON.stringify([place, facts]))
    .digest("base64url")
    .slice(0, 16);
}

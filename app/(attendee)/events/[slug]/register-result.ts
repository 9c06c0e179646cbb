import { requireAttendeeByToken } from "@/lib/access/scopes";
import { getRegistration } from "@/lib/registrations/queries";
import type { RegisterOutcome } from "@/lib/registrations/register";
import { attendeeTokenIn, type TicketView, ticketViewOf } from "../../ticket-view";

/** What the register form shows after it was sent. */
export type RegisterResult =
  | { outcome: "registered" | "already_registered"; ticket: TicketView; email: string }
  | { outcome: "already_registered_guest"; email: string }
  | { outcome: "event_full" }
  | Extract<RegisterOutcome, { outcome: "registration_closed" }>;

/** The outcome with what the page needs to show it: a standing registration comes with its ticket. */
export async function registerResultOf(outcome: RegisterOutcome, email: string): Promise<RegisterResult> {
  switch (outcome.outcome) {
    case "registered":
    case "already_registered": {
      const scope = await requireAttendeeByToken(attendeeTokenIn(outcome.registration.pageUrl));
      return { outcome: outcome.outcome, ticket: ticketViewOf(await getRegistration(scope)), email };
    }
    case "already_registered_guest":
      return { outcome: outcome.outcome, email };
    case "event_full":
    case "registration_closed":
      return outcome;
  }
}

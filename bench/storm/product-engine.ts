import { anonymous, type Person } from "@/lib/access/actor";
import { requireOrganizer } from "@/lib/access/scopes";
import { updateEvent } from "@/lib/events/update-event";
import { AppError } from "@/lib/platform/errors";
import { cancelRegistrationAsOrganizer } from "@/lib/registrations/cancel-registration";
import { registerInput } from "@/lib/registrations/input";
import { type RegisterOutcome, register } from "@/lib/registrations/register";
import { transferRegistration } from "@/lib/registrations/transfer-registration";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import type { Answer, Engine } from "./history";

/** The product's own verbs, called in this process: the engine that must be found faultless. */
export function productEngine(organizer: Person): Engine {
  return async (operation) => {
    try {
      switch (operation.kind) {
        case "register": {
          const { event: eventId, person: email, key } = operation;
          const claim = { caller: "storm", route: "storm", key, bodyHash: `${eventId} ${email}` };
          const outcome = await register(anonymous, registerInput.parse({ eventId, name: "Storm", email }), claim);
          return answerOf(outcome);
        }
        case "cancel": {
          const scope = await requireOrganizer(organizer, operation.event);
          await cancelRegistrationAsOrganizer(scope, { registrationId: operation.registration });
          return { kind: "done" };
        }
        case "transfer": {
          const scope = await scopeByMail({ id: operation.registration });
          await transferRegistration(scope, { name: "Storm", email: operation.to });
          return { kind: "done" };
        }
        case "resize":
          await updateEvent(await requireOrganizer(organizer, operation.event), { capacity: operation.capacity });
          return { kind: "done" };
      }
    } catch (error) {
      if (error instanceof AppError && error.code === "unavailable") return { kind: "unknown", reason: error.code };
      if (error instanceof AppError) return { kind: "refused", code: error.code };
      throw error;
    }
  };
}

function answerOf(outcome: RegisterOutcome): Answer {
  const body = JSON.stringify(outcome);
  switch (outcome.outcome) {
    case "registered": {
      const { id: registration, status } = outcome.registration;
      if (status === "pending") throw new Error("nothing in the storm waits for approval");
      return { kind: "placed", status, registration, body };
    }
    case "already_registered":
      return { kind: "standing", registration: outcome.registration.id, body };
    case "already_registered_guest":
      return { kind: "standing", registration: null, body };
    case "event_full":
      return { kind: "full", body };
    case "registration_closed":
      return { kind: "refused", code: outcome.reason };
  }
}

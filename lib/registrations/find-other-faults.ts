import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { getEvent } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import type { FieldError } from "@/lib/platform/errors";
import { answersField, gatherAnswers } from "./input";
import { checkAnswers } from "./rules";

const named = z.object({ name: z.unknown().optional(), email: z.unknown().optional() });
const asked = z.object({ eventId: z.uuid().toLowerCase(), answers: answersField });

/**
 * What else is wrong with a registration that is refused for its fields, so that all of it is shown
 * at once: what a guest left out, and the answers to the event's questions. `not_found` for an
 * event that this actor may not know.
 */
export async function findOtherFaults(actor: Actor, input: unknown): Promise<FieldError[]> {
  return [...missingFaultsOf(actor, input), ...(await findAnswerFaults(actor, input))];
}

function missingFaultsOf(actor: Actor, input: unknown): FieldError[] {
  const { success, data } = named.safeParse(input);
  if (!success || actor.kind === "person") return [];
  return [
    ...(data.name === undefined ? [{ path: "name", message: "Enter your name." }] : []),
    ...(data.email === undefined ? [{ path: "email", message: "Enter your e-mail address." }] : []),
  ];
}

async function findAnswerFaults(actor: Actor, input: unknown): Promise<FieldError[]> {
  const { success, data } = asked.safeParse(gatherAnswers(input));
  if (!success) return [];
  const { questions } = await getEvent(actor, data.eventId);
  return checkAnswers(questions, data.answers, now()).errors;
}

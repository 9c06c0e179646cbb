import type { Question } from "@/db/schema/events";
import type { Answers } from "@/db/schema/registrations";
import type { FieldError } from "@/lib/platform/errors";

export const undoSeconds = 10 * 60;

/**
 * Why somebody may not register: another department, none that the organisation set, or no valid
 * invitation.
 */
export type IneligibleReason = "department" | "unknown_department" | "invitation";

/**
 * Why the event's rule on who may register keeps this person out, or null. `department` is the one
 * that the organisation set: what people say of themselves admits nobody.
 */
export function ineligibleReasonOf(
  event: { eligibility: "everyone" | "departments" | "invitation"; eligibleDepartments: string[] },
  { department, isInvited }: { department: string | null; isInvited: boolean },
): IneligibleReason | null {
  if (event.eligibility === "everyone") return null;
  if (event.eligibility === "invitation") return isInvited ? null : "invitation";
  if (department === null) return "unknown_department";
  return event.eligibleDepartments.includes(department) ? null : "department";
}

/** True for a registration that takes one of the event's seats. */
export function holdsSeat({ status, pendingHoldsSeat }: { status: string; pendingHoldsSeat: boolean }): boolean {
  return status === "confirmed" || pendingHoldsSeat;
}

/**
 * True for what rests on an address that nobody has proved, at an event that asks for it. Elsewhere
 * a seat that is held asks whether one comes.
 */
export function asksForAddress(isClaimed: boolean, event: { confirmAddressMinutes: number | null }): boolean {
  return isClaimed && event.confirmAddressMinutes !== null;
}

/** True while a seat is held until the address that somebody claimed is confirmed. */
export function awaitsAddress({ asksAddress, confirmBy }: { asksAddress: boolean; confirmBy: Date | null }): boolean {
  return asksAddress && confirmBy !== null;
}

type Given = Record<string, string | number | boolean>;
const declined = ["", "no", "off", "false"];

/**
 * The answers as they are stored, or what is wrong with them; answers to questions not asked are
 * left out. A consent is stored with its wording and the instant, so that no later change of the
 * question changes what somebody agreed to.
 */
export function checkAnswers(
  questions: Question[],
  given: Given,
  at: Date,
): { answers: Answers; errors: FieldError[] } {
  const answers: Answers = {};
  const errors: FieldError[] = [];
  for (const question of questions) {
    const path = `answers.${question.id}`;
    const answer = Object.hasOwn(given, question.id) ? cleaned(given[question.id]) : "";
    if (question.kind === "consent") {
      if (!declined.includes(String(answer)))
        answers[question.id] = { wording: question.label, givenAt: at.toISOString() };
      else if (question.required) errors.push({ path, message: `Please agree to this: “${question.label}”.` });
      continue;
    }
    if (answer === "") {
      if (question.required) errors.push({ path, message: `Please answer “${question.label}”.` });
      continue;
    }
    const stored = storedAnswerOf(question, answer);
    if (typeof stored === "object") errors.push({ path, message: stored.fault });
    else answers[question.id] = stored;
  }
  return { answers, errors };
}

/** Until when a cancellation can be taken back. */
export function undoableUntil(cancelledAt: Date): Date {
  return new Date(cancelledAt.getTime() + undoSeconds * 1000);
}

function cleaned(answer: string | number | boolean | undefined): string | number {
  if (typeof answer === "boolean") return answer ? "true" : "";
  return typeof answer === "string" ? answer.normalize("NFC").trim() : (answer ?? "");
}

function storedAnswerOf({ kind, label, options = [] }: Question, answer: string | number) {
  if (kind === "text") return String(answer);
  if (kind === "choice")
    return options.includes(String(answer)) ? String(answer) : { fault: `Choose one of the answers to “${label}”.` };
  const rating = Number(answer);
  return Number.isInteger(rating) && rating >= 1 && rating <= 5
    ? rating
    : { fault: `Answer “${label}” with a number from 1 to 5.` };
}

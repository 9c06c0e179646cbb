import { announceReaderChange } from "../account/reader-changes";
import { clearErrors, showErrors } from "../forms/show-errors";
import { isPending, showPending } from "../forms/show-pending";
import { forgetDraft } from "./keep-draft";
import type { RegistrationPanel } from "./registration-panel";
import { type Sent, sendRegistration } from "./send-registration";

const signedOut =
  "You were signed out meanwhile. Sign in again, or leave your name and e-mail; what you entered is still here.";

/**
 * Sends the form that registers to the API instead of posting it, and shows in its place what came
 * of it.
 */
export function submitRegistration(event: SubmitEvent, panel: RegistrationPanel): void {
  const { target: form } = event;
  if (!(form instanceof HTMLFormElement) || form.dataset.register === undefined) return;
  event.preventDefault();
  if (!isPending(form)) void send(form, event.submitter, panel);
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null, panel: RegistrationPanel): Promise<void> {
  const email = addressIn(form);
  clearErrors(form);
  const endPending = showPending(form, submitter);
  const sent = await sendRegistration(form);
  endPending();
  if (sent.outcome === "refused") showRefusal(form, sent, panel);
  else showOutcome(sent, email, panel);
}

function addressIn(form: HTMLFormElement): string {
  const field = form.querySelector<HTMLInputElement>("[name=email]");
  return field ? field.value.trim() : (form.querySelector("[data-fill=email]")?.textContent ?? "");
}

type Refusal = Extract<Sent, { outcome: "refused" }>;

function showRefusal(form: HTMLFormElement, refusal: Refusal, panel: RegistrationPanel): void {
  const asksWho = refusal.errors.some(({ path }) => path === "name" || path === "email");
  if (asksWho && !form.querySelector("[name=name]")) {
    panel.askWho();
    showErrors(form, { message: signedOut, errors: [] });
  } else {
    showErrors(form, refusal);
  }
}

function showOutcome(sent: Exclude<Sent, Refusal>, email: string, panel: RegistrationPanel): void {
  forgetDraft(panel.root);
  announceReaderChange();
  if (sent.outcome !== "registered") {
    panel.showResult(sent.outcome, { email, reason: sent.message });
    return;
  }
  const { registration, isNew } = sent;
  const isIn = isNew && registration.status === "confirmed";
  panel.showResult(registration.status, { email, isSent: true, isIn, isStanding: !isIn, isGuest: false }, registration);
}

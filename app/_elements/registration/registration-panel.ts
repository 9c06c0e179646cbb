import { formatInstant } from "@/lib/events/when";
import type { Personal, StandingRegistration } from "../account/personal";
import { fillTemplate, type Values } from "../fill-template";
import type { EventNow } from "./event-now";
import { FormIdentity } from "./form-identity";
import { showSeats } from "./show-seats";
import { showTicket } from "./show-ticket";

const withForm = new Set(["open", "waitlist"]);
const over = new Set(["past", "cancelled", "draft"]);
const changed = "registration-panel";

/**
 * What stands in an event's registration card: words and form by the event's state, the reader's
 * ticket, or what came of the form.
 */
export class RegistrationPanel {
  readonly #panel: HTMLElement;
  readonly #identity: FormIdentity;
  /**
   * The form that the page was drawn with; what was typed into it outlives a ticket in its place.
   */
  readonly #form: HTMLFormElement | null;
  #state: string;
  /** Why the reader may not register. */
  #reason: string | null;

  constructor(
    readonly root: HTMLElement,
    state: string,
  ) {
    this.#panel = root.querySelector("[data-panel]") ?? root;
    this.#identity = new FormIdentity(root);
    this.#form = this.#identity.form;
    this.#state = state;
    this.#reason = root.dataset.reason ?? null;
  }

  /** Calls back whenever what stands in the card may have changed. */
  static onChange(callback: () => void, signal: AbortSignal): void {
    document.addEventListener(changed, callback, { signal });
  }

  /** Follows the event; a ticket or an outcome that is shown stays. */
  showEvent(now: EventNow): void {
    if (now.state !== this.#state) {
      this.#state = now.state;
      if (!this.#isSettled) this.#showState();
    }
    showSeats(this.root, now);
  }

  /**
   * Shows what is the reader's alone; null where that could not be had: then the card stays as it
   * is for everybody.
   */
  showPersonal(personal: Personal | null, now: EventNow): void {
    if (personal && !this.#holds("[data-result]")) {
      if (personal.registration) this.#showStanding(personal, personal.registration, now);
      else this.#showReader(personal);
      for (const link of document.querySelectorAll<HTMLElement>("[data-manage]")) link.hidden = !personal.mayManage;
      showSeats(this.root, now);
    }
    this.root.dataset.ready = "";
    announceChange();
  }

  /** Puts what came of the form into its place, with the focus on it. */
  showResult(name: string, values: Values, registration?: StandingRegistration): void {
    const template = this.#template("outcome", name);
    if (!template) {
      location.reload();
      return;
    }
    const result = document.createElement("div");
    result.className = "animate-sheet outline-none";
    result.tabIndex = -1;
    result.setAttribute("role", "status");
    result.dataset.result = "";
    result.append(fillTemplate(template, values));
    if (registration) showTicket(result, registration);
    this.#panel.replaceChildren(result);
    announceChange();
    result.focus();
  }

  /** Asks again who the guest is: whoever was signed in is not any more. */
  askWho(): void {
    this.#identity.showGuest();
  }

  get #isSettled(): boolean {
    return this.#holds("[data-result], [data-standing]");
  }

  #holds(selector: string): boolean {
    return this.#panel.querySelector(selector) !== null;
  }

  #showState(): void {
    const refusal = withForm.has(this.#state) && this.#reason ? this.#template("reason", this.#reason) : null;
    const words = refusal ?? this.#template("state", this.#state);
    if (words) this.#panel.querySelector("[data-head]")?.replaceChildren(fillTemplate(words));
    this.#showForm(withForm.has(this.#state) && !refusal);
  }

  #showForm(isShown: boolean): void {
    const template = this.#template("form");
    if (isShown && !this.#identity.form && template) this.#panel.append(fillTemplate(template));
    const { form } = this.#identity;
    const button = form?.querySelector<HTMLElement>("button[type=submit]");
    if (!form || !button) return;
    form.hidden = !isShown;
    const { labelOpen = "", labelWaitlist = "", pendingOpen, pendingWaitlist } = form.dataset;
    const isForLine = this.#state === "waitlist";
    button.textContent = isForLine ? labelWaitlist : labelOpen;
    button.dataset.pendingLabel = isForLine ? pendingWaitlist : pendingOpen;
  }

  #showStanding(personal: Personal, registration: StandingRegistration, now: EventNow): void {
    if (over.has(this.#state)) {
      this.#showAfterwards(registration, personal.surveyUrl, now);
      return;
    }
    const template = this.#template("outcome", registration.status);
    if (!template) return;
    const standing = document.createElement("div");
    standing.dataset.standing = "";
    const isGuest = personal.account === null;
    standing.append(fillTemplate(template, { isSent: false, isIn: false, isStanding: true, isGuest }));
    showTicket(standing, registration);
    standing.querySelector("[data-register-another]")?.addEventListener("click", () => {
      this.#backToForm();
      this.#identity.form?.querySelector<HTMLElement>("[name=name]")?.focus();
    });
    this.#panel.replaceChildren(standing);
  }

  #showAfterwards({ checkedInAt }: StandingRegistration, surveyUrl: string | null, { event }: EventNow): void {
    if (this.#state === "past" && !checkedInAt) return;
    const template = this.#template("state", `${this.#state}-own`);
    const values = {
      checkedInAt: checkedInAt && formatInstant(new Date(checkedInAt), event.timezone),
      hasSurvey: surveyUrl !== null,
      survey: surveyUrl,
    };
    if (template) this.#panel.querySelector("[data-head]")?.replaceChildren(fillTemplate(template, values));
  }

  #showReader({ account, ineligibleReason }: Personal): void {
    const hasEnded = this.#holds("[data-standing]");
    const isNews = this.#reason !== ineligibleReason;
    this.#reason = ineligibleReason;
    if (hasEnded) this.#backToForm();
    else if (isNews) this.#showState();
    if (account) this.#identity.showPerson(account);
    else this.#identity.showGuest();
  }

  /** Words and form in place of the ticket that stood here. */
  #backToForm(): void {
    const head = document.createElement("div");
    head.dataset.head = "";
    const form = this.#form;
    this.#panel.replaceChildren(head, ...(form ? [form] : []));
    this.#showState();
    announceChange();
  }

  #template(kind: "outcome" | "reason" | "state" | "form", name?: string): HTMLTemplateElement | null {
    return this.root.querySelector(`template[data-${kind}${name ? `="${name}"` : ""}]`);
  }
}

function announceChange(): void {
  document.dispatchEvent(new CustomEvent(changed));
}

import { statesToComeOf } from "@/lib/events/rules";
import type { Personal } from "../account/personal";
import { onPageSwapped } from "../forms/page-swapped";
import { refreshPage } from "../forms/refresh-page";
import { announceEventNow, type EventNow, eventNowOf, type FollowedEvent, parseEvent } from "./event-now";
import { followEvent } from "./follow-event";
import { keepDraft } from "./keep-draft";
import { RegistrationPanel } from "./registration-panel";
import { serverTime } from "./server-time";
import { submitRegistration } from "./submit-registration";

const tidings: Record<string, string> = {
  open: "Registration is open.",
  waitlist: "All seats are taken. You can join the waitlist.",
  full: "All seats are taken.",
};

/**
 * The registration of an event's page: follows the event while it is looked at, adds what is the
 * reader's alone, and sends the form. When registration opens, or the last seat goes or comes back,
 * the page changes by itself and what was typed stays. Hundreds of pages do so in the same moment,
 * so none has another page drawn for it.
 */
export class EventRegistration extends HTMLElement {
  #drawn!: EventNow;
  #now!: EventNow;
  #panel!: RegistrationPanel;
  readonly #gone = new AbortController();

  /**
   * Where to ask for what this page says to its reader alone; null on a page that was drawn for
   * them.
   */
  get personalUrl(): string | null {
    const { eventId, invitation, personal } = this.dataset;
    if (personal !== undefined) return null;
    return `/api/me/events/${eventId}${invitation ? `?invitation=${encodeURIComponent(invitation)}` : ""}`;
  }

  connectedCallback(): void {
    this.#read();
    keepDraft(this);
    this.addEventListener("submit", (sent) => submitRegistration(sent, this.#panel));
    const stop = followEvent(this, this.#now, (next) => this.#show(next));
    this.#gone.signal.addEventListener("abort", stop);
    onPageSwapped(() => this.#read(), this.#gone.signal);
  }

  disconnectedCallback(): void {
    this.#gone.abort();
  }

  /** Takes the page as the server drew it. */
  #read(): void {
    const event = parseEvent(JSON.parse(this.dataset.event ?? "{}"));
    this.#drawn = eventNowOf(event, new Date(this.dataset.asOf ?? 0));
    this.#now = this.#drawn;
    this.#panel = new RegistrationPanel(this, this.#drawn.state);
    announceEventNow(this.#now);
  }

  /**
   * Shows what only the reader gets: their registration, one-tap registering, or why the event is
   * not for them.
   */
  showPersonal(personal: Personal | null): void {
    this.#panel.showPersonal(personal, this.#now);
  }

  #show(event: FollowedEvent): void {
    const next = eventNowOf(event, new Date(serverTime()));
    if (!isDrawable(this.#drawn, next)) return void this.#redraw(next);
    if (this.#now.state !== next.state) this.#say(tidings[next.state] ?? "");
    this.#now = next;
    this.#panel.showEvent(next);
    announceEventNow(next);
  }

  /**
   * Has the server draw what this page was not drawn for: other facts, or a state that nobody
   * foresaw.
   */
  async #redraw(next: EventNow): Promise<void> {
    const hasMoved = !hasSameFacts(this.#drawn.event, next.event);
    if (!(await refreshPage())) return;
    if (hasMoved) document.querySelector<HTMLElement>("[data-changed-notice]")?.removeAttribute("hidden");
  }

  #say(words: string): void {
    const region = document.querySelector("[data-tidings]");
    if (region) region.textContent = words;
  }
}

/** True when the page holds what it needs to show the event as it is now. */
function isDrawable(drawn: EventNow, next: EventNow): boolean {
  if ((next.event.capacity === null) !== (drawn.event.capacity === null)) return false;
  if (!hasSameFacts(drawn.event, next.event)) return false;
  // Still closed when it should have opened: then it opens at another time than the page says.
  if (next.state === "not_open")
    return drawn.event.registrationOpensAt?.getTime() === next.event.registrationOpensAt?.getTime();
  return statesToComeOf(drawn.event, drawn.at).includes(next.state);
}

function hasSameFacts(one: FollowedEvent, other: FollowedEvent): boolean {
  return (
    one.title === other.title &&
    one.venue === other.venue &&
    one.timezone === other.timezone &&
    one.startsAt.getTime() === other.startsAt.getTime() &&
    one.endsAt.getTime() === other.endsAt.getTime()
  );
}

declare global {
  interface HTMLElementTagNameMap {
    "event-registration": EventRegistration;
  }
}

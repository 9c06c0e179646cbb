import { onEventNow } from "./event-now";
import { RegistrationPanel } from "./registration-panel";

const labels: Record<string, string> = { open: "Register", waitlist: "Join the waitlist" };

/**
 * The way to the form under the thumb on a phone; out of the way while the form is in sight, and
 * gone while there is none.
 */
export class JumpBar extends HTMLElement {
  readonly #gone = new AbortController();
  #watcher: IntersectionObserver | undefined;

  connectedCallback(): void {
    const target = document.getElementById(this.dataset.target ?? "");
    if (!target) return;
    // Several changes may come at once; the last one holds.
    this.#watcher = new IntersectionObserver(
      (changes) => this.toggleAttribute("data-away", changes.at(-1)?.isIntersecting),
      {
        rootMargin: "0px 0px -96px 0px",
      },
    );
    this.#watcher.observe(target);
    onEventNow(({ state }) => this.#show(state), this.#gone.signal);
    RegistrationPanel.onChange(() => this.#show(this.dataset.state), this.#gone.signal);
    this.#show(this.dataset.state);
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    this.#watcher?.disconnect();
  }

  #show(state: string | undefined): void {
    this.dataset.state = state;
    const label = labels[state ?? ""];
    const hasForm = document.querySelector("form[data-register]:not([hidden])") !== null;
    this.hidden = !label || !hasForm;
    const link = this.querySelector("a");
    if (link && label) link.textContent = label;
  }
}

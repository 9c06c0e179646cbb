import { serverTime } from "./server-time";

/**
 * Counts down to an instant by the server's clock; at its end an `opening` event bubbles from it,
 * once.
 */
export class OpeningCountdown extends HTMLElement {
  static readonly observedAttributes = ["data-opens-at"];
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#tick();
  }

  /** Another opening: counts anew. */
  attributeChangedCallback(): void {
    if (this.isConnected) this.#tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    const leftMs = Date.parse(this.dataset.opensAt ?? "") - serverTime();
    this.textContent = wordsFor(leftMs);
    if (leftMs > 0) this.#timer = setTimeout(() => this.#tick(), Math.min(leftMs + 50, 1000));
    else this.dispatchEvent(new CustomEvent("opening", { bubbles: true }));
  }
}

function wordsFor(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (seconds === 0) return "Opening…";
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

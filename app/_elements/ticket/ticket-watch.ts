import { refreshPage } from "../forms/refresh-page";

const everyMs = 10_000;
const longestPauseMs = 120_000;

/**
 * Looks whether the ticket has changed while its page is open: a seat, a check-in, a cancellation,
 * another time. Only then the page is loaded anew, into itself.
 */
export class TicketWatch extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = everyMs;
  readonly #gone = new AbortController();

  connectedCallback(): void {
    this.#plan();
    document.addEventListener("visibilitychange", () => !document.hidden && void this.#look(), {
      signal: this.#gone.signal,
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#gone.abort();
  }

  #plan(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), this.#pauseMs * (0.75 + Math.random() / 2));
  }

  async #look(): Promise<void> {
    if (!document.hidden) {
      const answer = await fetch(this.dataset.src ?? "", { cache: "no-store" }).catch(() => null);
      this.#pauseMs = answer && answer.status < 429 ? everyMs : Math.min(this.#pauseMs * 2, longestPauseMs);
      // Passed on, or taken over by its owner: this address opens nothing any more.
      if (answer?.status === 404) return location.reload();
      const version: string | undefined = answer?.ok ? (await answer.json()).version : undefined;
      if (version && version !== this.dataset.version) await refreshPage();
    }
    if (!this.#gone.signal.aborted) this.#plan();
  }
}

import { emailHintOf } from "./email-hint-of";

const pauseMs = 500;

/**
 * Points out a likely slip in the address above it, and mends it with one press. Its line is always
 * kept, and a hint stays until the next key: a press on the button below never meets a layout that
 * moves.
 */
export class EmailHint extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.#input();
    input?.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(emailHintOf(input.value)), pauseMs);
    });
    input?.addEventListener("blur", () => this.#show(emailHintOf(input.value)));
    this.querySelector("button")?.addEventListener("click", (event) => {
      const input = this.#input();
      if (!input) return;
      input.value = (event.currentTarget as HTMLElement).textContent ?? "";
      input.focus();
      this.#show(null);
    });
  }

  #input(): HTMLInputElement | null {
    return document.querySelector(`#${this.dataset.for}`);
  }

  #show(hint: string | null): void {
    const [words, button] = [this.querySelector("p"), this.querySelector("button")];
    if (!words || !button) return;
    if (hint) button.textContent = hint;
    words.classList.toggle("invisible", hint === null);
  }
}

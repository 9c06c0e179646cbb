import type { Account } from "../account/show-account";
import { fillIn, fillTemplate } from "../fill-template";

/** Who registers by the form: a guest, who is asked, or the person who is signed in. */
export class FormIdentity {
  #guestFields: Node[] | null = null;

  constructor(private readonly root: HTMLElement) {}

  get form(): HTMLFormElement | null {
    return this.root.querySelector("form[data-register]");
  }

  /**
   * Registers the person with one press: their name and address stand where a guest is asked for
   * them.
   */
  showPerson({ name, email }: Account): void {
    const [place, template] = [this.#place, this.root.querySelector<HTMLTemplateElement>("template[data-person]")];
    if (!place || !template) return;
    if (this.#guestFields) {
      fillIn(place, { name, email });
    } else {
      this.#guestFields = [...place.childNodes];
      place.replaceChildren(fillTemplate(template, { name, email }));
    }
    this.#showGuestWords(false);
  }

  /** Asks who it is, with what was typed before still there. */
  showGuest(): void {
    if (this.#guestFields) this.#place?.replaceChildren(...this.#guestFields);
    this.#guestFields = null;
    this.#showGuestWords(true);
  }

  get #place(): Element | null {
    return this.form?.querySelector("[data-who]") ?? null;
  }

  #showGuestWords(isShown: boolean): void {
    for (const part of this.root.querySelectorAll<HTMLElement>("[data-guest-only]")) part.hidden = !isShown;
  }
}

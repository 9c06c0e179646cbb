import { holdWakeLock } from "@/app/_components/hold-wake-lock";

/**
 * The code over the whole screen, black on white in every theme; the screen stays on meanwhile.
 * Back closes it.
 */
export class DoorMode extends HTMLElement {
  connectedCallback(): void {
    const [button, dialog] = [this.querySelector<HTMLElement>("[data-open]"), this.querySelector("dialog")];
    if (!button || !dialog) return;
    let releaseLock = () => {};
    button.addEventListener("click", () => {
      const place = dialog.querySelector("[data-code]");
      const code = document.querySelector("[data-ticket-code]")?.cloneNode(true);
      if (place && code) place.replaceChildren(code);
      dialog.showModal();
      releaseLock = holdWakeLock();
      history.pushState({ door: true }, "");
    });
    dialog.addEventListener("close", () => {
      releaseLock();
      if (history.state?.door) history.back();
    });
    window.addEventListener("popstate", () => dialog.open && dialog.close());
  }
}

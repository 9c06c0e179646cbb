import { eventMarkOf } from "@/app/(attendee)/events/event-mark-of";
import { fillTemplate } from "../fill-template";
import { onEventNow } from "./event-now";

/** The event's mark beside its category, true for as long as the page is looked at. */
export class EventMark extends HTMLElement {
  readonly #gone = new AbortController();

  connectedCallback(): void {
    onEventNow(({ event, at }) => {
      const mark = eventMarkOf(event, at);
      const template = mark && this.querySelector<HTMLTemplateElement>(`template[data-mark=${mark.kind}]`);
      for (const shown of this.querySelectorAll(":scope > :not(template)")) shown.remove();
      if (template) this.append(fillTemplate(template, { mark: mark.words }));
    }, this.#gone.signal);
  }

  disconnectedCallback(): void {
    this.#gone.abort();
  }
}

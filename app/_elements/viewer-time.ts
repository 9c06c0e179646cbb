import { formatWhen } from "@/lib/events/when";

/**
 * The event's time where the reader is, if that is another; only the browser knows, so it comes
 * after the page.
 */
export class ViewerTime extends HTMLElement {
  connectedCallback(): void {
    const { startsAt = "", endsAt = "", timezone = "" } = this.dataset;
    const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt), timezone };
    const { viewer } = formatWhen(span, { viewerTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone });
    this.textContent = viewer && `${viewer} your time`;
  }
}

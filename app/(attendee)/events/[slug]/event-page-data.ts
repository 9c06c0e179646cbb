import type { Reader } from "@/app/_server/load-reader";
import type { EventDetail } from "@/lib/events/queries";
import type { IneligibleReason } from "@/lib/registrations/rules";

/** The event without its description, which the page has as HTML. */
export type ShownEvent = Omit<EventDetail, "description">;

/** All that an event's page shows. */
export type EventPageData = {
  event: ShownEvent;
  /** What its category is called. */
  category: string;
  descriptionHtml: string | null;
  url: string;
  /** The code of the invitation link by which the page was opened. */
  invitation: string | null;
  /** The instant for which the page is drawn. */
  at: Date;
  /** For whom it is drawn; null for a page that says the same to everybody. */
  reader: Reader | null;
  /** Why whoever it is drawn for may not register. */
  reason: IneligibleReason | null;
  departments: string[];
  /** Where the organisation says what becomes of personal data; null while it has not. */
  privacyUrl: string | null;
};

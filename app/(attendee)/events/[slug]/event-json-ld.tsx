import type { EventDetail } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { structuredDataOf } from "./structured-data";

/** What the page says, for search engines. */
export function EventJsonLd({ event, url }: { event: EventDetail; url: string }) {
  // Escaped, so that no title can end the script element.
  const json = JSON.stringify(structuredDataOf(event, url, now())).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped, in a data block
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

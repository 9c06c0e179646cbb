import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import type { ShownEvent } from "./event-page-data";

/** What is out of the ordinary about the whole event. */
export function StatusNotice({ event }: { event: ShownEvent }) {
  if (event.status === "draft") {
    return (
      <Notice
        className="mb-6"
        title="This is a draft"
        action={<LinkButton href={`/manage/${event.id}/edit`}>Edit the event</LinkButton>}
      >
        <p>Only the event’s team sees this page.</p>
      </Notice>
    );
  }
  if (event.status !== "cancelled") return null;
  return (
    <Notice tone="destructive" className="mb-6" title="Cancelled">
      <p>
        <bdi>{event.cancelReason || "This event was called off."}</bdi>
      </p>
    </Notice>
  );
}

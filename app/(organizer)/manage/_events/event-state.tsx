import { FilePen, Radio } from "@/app/_components/icons";
import { StatusBadge } from "@/app/_components/status-badge";
import type { EventListItem } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";

type Props = { event: Pick<EventListItem, "status" | "startsAt" | "endsAt" | "capacity" | "seatsTaken"> };

/** Where an event stands, in one badge: the word that matters most to who runs it. */
export function EventState({ event }: Props) {
  const at = now();
  if (event.status === "draft")
    return (
      <StatusBadge tone="neutral" icon={<FilePen aria-hidden strokeWidth={2} />}>
        Draft
      </StatusBadge>
    );
  if (event.status === "cancelled") return <StatusBadge tone="destructive">Cancelled</StatusBadge>;
  if (event.status === "completed" || event.endsAt <= at) return <StatusBadge tone="neutral">Over</StatusBadge>;
  if (event.startsAt <= at)
    return (
      <StatusBadge tone="success" icon={<Radio aria-hidden strokeWidth={2} />}>
        Live now
      </StatusBadge>
    );
  const isFull = event.capacity !== null && event.seatsTaken >= event.capacity;
  return isFull ? <StatusBadge tone="warning">Full</StatusBadge> : <StatusBadge tone="success">Published</StatusBadge>;
}

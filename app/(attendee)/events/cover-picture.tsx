import { cn } from "@/app/_components/cn";
import { EventCover } from "@/app/_components/event-cover";

type Props = { event: { slug: string; category: string; coverUrl: string | null }; className?: string };

/** An event's picture, or the drawing that stands for it. For show only. */
export function CoverPicture({ event, className }: Props) {
  if (!event.coverUrl) return <EventCover seed={event.slug} kind={event.category} className={className} />;
  return (
    // biome-ignore lint/performance/noImgElement: pictures live on the organizer's own server, which we do not proxy
    <img
      src={event.coverUrl}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      className={cn("block aspect-video w-full bg-muted object-cover", className)}
    />
  );
}

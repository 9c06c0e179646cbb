import { cn } from "@/app/_components/cn";

type Props = { event: { slug: string; category: string; coverUrl: string | null }; className?: string };

/** An event's picture, or the drawing that stands for it. For show only. */
export function CoverPicture({ event: { slug, category, coverUrl }, className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: pictures live on the organizer's own server, which we do not proxy
    <img
      src={coverUrl ?? `/covers/${category}/${slug}`}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      className={cn("block aspect-video w-full bg-muted object-cover", !coverUrl && "dark:brightness-90", className)}
    />
  );
}

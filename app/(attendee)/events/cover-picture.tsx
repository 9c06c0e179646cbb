import { cn } from "@/app/_components/cn";

type Props = {
  event: { slug: string; category: string; coverUrl: string | null };
  /**
   * `first` is the picture that a page is about; `soon` is in the first screen; others load when
   * they come near.
   */
  load?: "first" | "soon" | "later";
  className?: string;
};

/**
 * An event's picture, or the drawing that stands for it. For show only; its space is there before
 * it loads.
 */
export function CoverPicture({ event: { slug, category, coverUrl }, load = "later", className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: pictures live on the organizer's own server, which we do not proxy
    <img
      src={coverUrl ?? `/covers/${category}/${slug}`}
      alt=""
      width={480}
      height={270}
      loading={load === "later" ? "lazy" : "eager"}
      fetchPriority={load === "first" ? "high" : undefined}
      decoding={load === "first" ? "sync" : "async"}
      referrerPolicy="no-referrer"
      className={cn("block aspect-video w-full bg-muted object-cover", !coverUrl && "dark:brightness-90", className)}
    />
  );
}

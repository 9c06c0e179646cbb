import { cn } from "@/app/_components/cn";
import { ownPictureOf } from "./own-picture";

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
  const picture = ownPictureOf(coverUrl);
  return (
    // biome-ignore lint/performance/noImgElement: the optimizer of images is off, for its faults
    <img
      src={picture ?? `/covers/${category}/${slug}`}
      alt=""
      width={480}
      height={270}
      loading={load === "later" ? "lazy" : "eager"}
      fetchPriority={load === "first" ? "high" : undefined}
      decoding={load === "first" ? "sync" : "async"}
      className={cn("block aspect-video w-full bg-muted object-cover", !picture && "dark:brightness-90", className)}
    />
  );
}

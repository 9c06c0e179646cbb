import { cn } from "./cn";

/** Holds the place of what is coming, in its final size. It stays unseen for the first 200 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("h-5 animate-skeleton rounded-md bg-chart-track", className)} />;
}

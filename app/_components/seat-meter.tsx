import { cn } from "./cn";

type Props = { taken: number; capacity: number; words: string; className?: string };

/** How full it is: words, and a bar for the eye. Full turns amber, and the words must say so too. */
export function SeatMeter({ taken, capacity, words, className }: Props) {
  const share = capacity > 0 ? Math.min(taken / capacity, 1) : 0;
  return (
    <div className={cn("min-w-0", className)}>
      <p data-fill="seats" className="mb-1.5 text-sm text-secondary">
        {words}
      </p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-chart-track">
        <div
          data-seat-bar=""
          data-full={share >= 1 ? "" : undefined}
          className="h-full rounded-full bg-primary data-full:bg-warning forced-colors:bg-[CanvasText]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

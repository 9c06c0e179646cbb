import { cn } from "./cn";

type Props = { taken: number; capacity: number; words: string; className?: string };

/** How full it is: words, and a bar for the eye. Full turns amber, and the words must say so too. */
export function SeatMeter({ taken, capacity, words, className }: Props) {
  const share = capacity > 0 ? Math.min(taken / capacity, 1) : 0;
  return (
    <div className={cn("min-w-0", className)}>
      <p className="mb-1.5 text-sm text-secondary">{words}</p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-chart-track">
        <div
          className={cn("h-full rounded-full forced-colors:bg-[CanvasText]", share >= 1 ? "bg-warning" : "bg-primary")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}

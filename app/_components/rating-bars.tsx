import { Star } from "@/app/_components/icons";

type Props = { counts: readonly { rating: number; count: number }[]; label: string };

/** How often each rating was given, best first. */
export function RatingBars({ counts, label }: Props) {
  const sorted = [...counts].sort((a, b) => b.rating - a.rating);
  const all = sorted.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (all > 0 ? (count / all) * 100 : 0);
  return (
    <ol aria-label={label} className="flex flex-col gap-2 text-sm">
      {sorted.map(({ rating, count }) => (
        <li key={rating} className="grid grid-cols-[2.25rem_minmax(0,1fr)_5.5rem] items-center gap-3">
          <span className="flex items-center justify-end gap-1 text-foreground">
            {rating}
            <Star aria-hidden className="size-3.5 text-muted-foreground" strokeWidth={1.75} />
          </span>
          <span aria-hidden className="h-2 rounded-full bg-chart-track">
            <span
              className="block h-full rounded-full bg-chart-1 forced-colors:bg-[CanvasText]"
              style={{ width: `${share(count)}%` }}
            />
          </span>
          <span className="text-end tabular-nums text-muted-foreground">
            <span className="font-medium text-foreground">{count}</span> · {Math.round(share(count))} %
          </span>
        </li>
      ))}
    </ol>
  );
}

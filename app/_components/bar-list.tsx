import Link from "next/link";

export type BarListItem = {
  label: string;
  value: number;
  valueText: string;
  part?: number;
  partText?: string;
  href?: string;
};

/**
 * Amounts by name, largest first, in one hue. `part` is drawn solid inside the whole (checked in of registered), with its
 * words after the value.
 */
export function BarList({ items, label }: { items: readonly BarListItem[]; label: string }) {
  const sorted = [...items].sort((a, b) => b.value - a.value);
  const longest = Math.max(1, ...sorted.map((item) => item.value));
  return (
    <ol aria-label={label} className="flex flex-col gap-3">
      {sorted.map((item) => (
        <li key={item.label} className="min-w-0">
          <div className="mb-1 flex items-baseline justify-between gap-3 text-sm">
            <span className="min-w-0 truncate text-foreground">
              {item.href ? (
                <Link href={item.href} className="underline-offset-4 hover:underline">
                  {item.label}
                </Link>
              ) : (
                item.label
              )}
            </span>
            <span className="shrink-0 font-medium tabular-nums text-foreground">
              {item.valueText}
              {item.partText && <span className="ms-2 font-normal text-muted-foreground">{item.partText}</span>}
            </span>
          </div>
          <div aria-hidden className="h-2 rounded-full bg-chart-track">
            <div
              className={`h-full min-w-0.5 overflow-hidden rounded-full forced-colors:bg-[GrayText] ${item.part === undefined ? "bg-chart-1" : "bg-chart-soft"}`}
              style={{ width: `${(item.value / longest) * 100}%` }}
            >
              {item.part !== undefined && (
                <div
                  className="h-full bg-chart-1 forced-colors:bg-[CanvasText]"
                  style={{ width: `${item.value > 0 ? (item.part / item.value) * 100 : 0}%` }}
                />
              )}
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

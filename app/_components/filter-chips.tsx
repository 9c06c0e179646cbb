import Link from "next/link";
import { Check } from "@/app/_components/icons";
import { cn } from "./cn";

export type FilterChip = { href: string; label: string; count?: number | string; selected: boolean };

type Props = { label: string; items: readonly FilterChip[]; className?: string };

/** Filters kept in the address: a chip is a link to the same list with that filter turned over. */
export function FilterChips({ label, items, className }: Props) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex flex-wrap gap-2">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.selected ? "true" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center gap-1.5 rounded-full border px-3 text-sm transition-colors pointer-coarse:min-h-11",
                item.selected
                  ? "border-primary bg-primary-soft font-medium text-primary"
                  : "border-input bg-card text-secondary hover:bg-muted hover:text-foreground",
              )}
            >
              {item.selected && <Check aria-hidden className="size-4" />}
              {item.label}
              {item.count !== undefined && <span className="text-xs">{item.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

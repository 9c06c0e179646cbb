import Link from "next/link";
import { NavStrip } from "./nav-strip";

export type Tab = { href: string; label: string; count?: number | string; current: boolean };

/** Views of one page, kept in its address: links, not scripts. */
export function Tabs({ label, items, className }: { label: string; items: readonly Tab[]; className?: string }) {
  return (
    <NavStrip label={label} className={className}>
      <ul className="flex min-w-max gap-1 border-b border-border">
        {items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              scroll={false}
              aria-current={item.current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium text-secondary transition-colors -outline-offset-2 hover:text-foreground aria-[current]:border-primary aria-[current]:text-foreground forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
            >
              {item.label}
              {item.count !== undefined && (
                <span className="rounded-full bg-muted px-1.5 text-xs text-secondary">{item.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </NavStrip>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";

/** A row of links that scrolls sideways where it is too long, and then begins with the current one in sight. */
export function NavStrip({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const current = strip.current?.querySelector("a[aria-current]");
    const href = current?.getAttribute("href") ?? null;
    if (!strip.current || !current || href === shown.current) return;
    shown.current = href;
    const [row, link] = [strip.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (link.right > row.right || link.left < row.left)
      strip.current.scrollLeft += link.left + link.width / 2 - row.left - row.width / 2;
  });
  return (
    <nav ref={strip} aria-label={label} className={cn("overflow-x-auto [scrollbar-width:none]", className)}>
      {children}
    </nav>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";
import { scrollIntoRow } from "./scroll-into-row";

/** A row of links that scrolls sideways where it is too long, and then begins with the current one in sight. */
export function NavStrip({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const strip = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    const current = strip.current?.querySelector("a[aria-current]");
    const href = current?.getAttribute("href") ?? null;
    if (!strip.current || !current || href === shown.current) return;
    shown.current = href;
    scrollIntoRow(strip.current, current);
  });
  return (
    <nav
      ref={strip}
      data-strip=""
      aria-label={label}
      className={cn("overflow-x-auto [scrollbar-width:none]", className)}
    >
      {children}
    </nav>
  );
}

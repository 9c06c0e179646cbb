"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { closeMenusOutside } from "./close-menus-outside";
import { cn } from "./cn";

type Props = { label: string; trigger: ReactNode; children: ReactNode; className?: string };

/** A small panel under a button that also opens without scripts; Escape, a click outside or a new page closes it. */
export function DetailsMenu({ label, trigger, children, className }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is the very reason to close
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [path]);

  useEffect(() => closeMenusOutside(), []);

  return (
    <details ref={details} data-menu="" className={cn("relative", className)}>
      <summary
        aria-label={label}
        className="flex min-h-10 min-w-10 cursor-pointer list-none items-center justify-center gap-2 rounded-full p-1 transition-colors hover:bg-muted pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        {trigger}
      </summary>
      <div className="absolute inset-e-0 top-full z-40 mt-2 w-64 max-w-[calc(100vw-2rem)] animate-enter rounded-lg border border-border bg-card p-2 text-sm shadow-float">
        {children}
      </div>
    </details>
  );
}

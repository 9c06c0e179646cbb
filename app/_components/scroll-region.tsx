import type { ReactNode } from "react";
import { cn } from "./cn";

/** Lets wide content scroll sideways by itself, by touch and by keyboard, so that the page never does. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className={cn("-outline-offset-2 overflow-x-auto", className)}
    >
      {children}
    </section>
  );
}

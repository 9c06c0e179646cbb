import type { ReactNode } from "react";
import { cn } from "./cn";

const widths = { content: "max-w-content", reading: "max-w-reading", form: "max-w-form" } as const;

type Props = { width?: keyof typeof widths; className?: string; children: ReactNode };

/** The public page's `main`: the skip link's target, with the house's gutters and widths. */
export function PageFrame({ width = "content", className, children }: Props) {
  return (
    <main id="main" tabIndex={-1} className="px-4 py-8 outline-none sm:px-6 md:py-10 lg:px-8">
      <div className={cn("mx-auto w-full", widths[width], className)}>{children}</div>
    </main>
  );
}

import type { ReactNode } from "react";
import { ChevronRight } from "@/app/_components/icons";
import { cn } from "./cn";

type Props = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** More, for who asks: a native details element. */
export function Disclosure({ summary, open, className, children }: Props) {
  return (
    <details open={open} className={cn("group/disclosure", className)}>
      <summary className="inline-flex min-h-10 cursor-pointer list-none items-center gap-1.5 rounded-md pe-2 text-sm font-medium text-secondary hover:text-foreground pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform group-open/disclosure:rotate-90 rtl:rotate-180 rtl:group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}

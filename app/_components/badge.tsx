import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn";

const badgeStyle = cva(
  "inline-flex max-w-full items-center gap-1.5 rounded-full border border-transparent px-2.5 py-0.5 align-middle text-xs font-medium wrap-break-word [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-border bg-muted text-secondary",
        primary: "bg-primary-soft text-primary",
        success: "bg-success-soft text-success",
        warning: "bg-warning-soft text-warning",
        destructive: "bg-destructive-soft text-destructive",
        info: "bg-info-soft text-info",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeStyle>["tone"]>;

/** A short word about a thing: its category, its count. For a state use StatusBadge. */
export function Badge({ tone, className, children }: { tone?: Tone; className?: string; children: ReactNode }) {
  return (
    <span className={cn(badgeStyle({ tone }), className)}>
      <span className="contents">{children}</span>
    </span>
  );
}

import type { ComponentPropsWithoutRef } from "react";
import { cn } from "@/app/_components/cn";
import type { LucideIcon } from "@/app/_components/icon-of";

export const toolStyle =
  "relative flex min-h-15 min-w-14 flex-1 flex-col items-center justify-center gap-1 rounded-lg px-1 text-xs font-medium text-secondary no-underline transition-colors hover:bg-card hover:text-foreground";

type Props = ComponentPropsWithoutRef<"button"> & { icon: LucideIcon; label: string };

/** A square tool under the thumb: a picture with its word. */
export function ToolButton({ icon: Icon, label, className, ...rest }: Props) {
  return (
    <button type="button" className={cn(toolStyle, className)} {...rest}>
      <Icon aria-hidden className="size-6" strokeWidth={1.5} />
      {label}
    </button>
  );
}

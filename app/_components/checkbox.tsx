import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "children"> & { label: ReactNode; hint?: ReactNode };

/** A native checkbox with its words beside it; the whole line is the target. */
export const Checkbox = forwardRef<HTMLInputElement, Props>(function Checkbox(
  { label, hint, className, ...rest },
  ref,
) {
  return (
    <label className={cn("flex min-h-11 cursor-pointer items-start gap-3 py-2.5 text-sm text-foreground", className)}>
      <input ref={ref} type="checkbox" className="mt-0.5 size-4.5 shrink-0 accent-primary" {...rest} />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-meta text-muted-foreground">{hint}</span>}
      </span>
    </label>
  );
});

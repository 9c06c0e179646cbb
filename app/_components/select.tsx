import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { ChevronDown } from "@/app/_components/icons";
import { cn } from "./cn";
import { type ControlSize, controlStyle } from "./control-style";

type Props = Omit<ComponentPropsWithoutRef<"select">, "size"> & { size?: ControlSize };

/** The platform's own select, dressed: works without scripts and with every phone's picker. */
export const Select = forwardRef<HTMLSelectElement, Props>(function Select({ size, className, ...rest }, ref) {
  return (
    <span className="relative block min-w-0">
      <select ref={ref} className={cn(controlStyle({ size }), "appearance-none truncate pe-9", className)} {...rest} />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-e-3 top-1/2 size-4 -translate-y-1/2 text-secondary"
      />
    </span>
  );
});

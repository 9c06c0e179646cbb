import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { cn } from "./cn";
import { controlStyle } from "./control-style";

/** A many-line text control that grows with its content where the browser can. */
export const Textarea = forwardRef<HTMLTextAreaElement, ComponentPropsWithoutRef<"textarea">>(function Textarea(
  { className, rows = 4, ...rest },
  ref,
) {
  return (
    <textarea
      ref={ref}
      rows={rows}
      className={cn(controlStyle(), "field-sizing-content h-auto min-h-24 py-2 pointer-coarse:h-auto", className)}
      {...rest}
    />
  );
});

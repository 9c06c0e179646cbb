import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { cn } from "./cn";
import { type ControlSize, controlStyle } from "./control-style";

type Props = Omit<ComponentPropsWithoutRef<"input">, "size"> & { size?: ControlSize };

/** A one-line text control; put it in a Field for its label and messages. */
export const Input = forwardRef<HTMLInputElement, Props>(function Input({ size, className, ...rest }, ref) {
  return <input ref={ref} className={cn(controlStyle({ size }), className)} {...rest} />;
});

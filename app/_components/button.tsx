import { type ComponentPropsWithoutRef, forwardRef } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cn } from "./cn";

type Props = ComponentPropsWithoutRef<"button"> & ButtonStyle;

/** A button that does something here; for going elsewhere there is LinkButton. */
export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { variant, size, wide, className, type = "button", ...rest },
  ref,
) {
  return <button ref={ref} type={type} className={cn(buttonStyle({ variant, size, wide }), className)} {...rest} />;
});

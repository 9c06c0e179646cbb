import Link from "next/link";
import type { ComponentPropsWithoutRef } from "react";
import { type ButtonStyle, buttonStyle } from "./button-style";
import { cn } from "./cn";

type Props = ComponentPropsWithoutRef<typeof Link> & ButtonStyle;

/** A link that looks like a button. */
export function LinkButton({ variant, size, wide, className, ...rest }: Props) {
  return <Link className={cn(buttonStyle({ variant, size, wide }), className)} {...rest} />;
}

import type { ComponentPropsWithoutRef } from "react";
import { Search } from "@/app/_components/icons";
import { cn } from "./cn";
import { controlStyle } from "./control-style";

type Props = Omit<ComponentPropsWithoutRef<"input">, "type" | "size"> & { name: string; label: string };

/** A search box; put it in a GET form, so that what is found has an address. */
export function SearchField({ label, className, ...rest }: Props) {
  return (
    <span className={cn("relative block min-w-0", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-s-3 top-1/2 size-4.5 -translate-y-1/2 text-muted-foreground"
        strokeWidth={1.75}
      />
      <input type="search" aria-label={label} className={cn(controlStyle(), "ps-10")} {...rest} />
    </span>
  );
}

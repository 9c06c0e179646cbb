import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentPropsWithoutRef<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  action?: ReactNode;
  flush?: boolean;
};

/** A surface one step above the page. Never put one inside another; `flush` lets lists reach the edges. */
export function Card({ title, description, action, flush = false, className, children, ...rest }: Props) {
  return (
    <section
      className={cn("min-w-0 rounded-lg border border-border bg-card", !flush && "p-5 sm:p-6", className)}
      {...rest}
    >
      {(title || action) && (
        <header className={cn("flex flex-wrap items-start justify-between gap-3", flush ? "p-5 pb-4" : "mb-4")}>
          <div className="min-w-0">
            {title && <h2 className="text-base font-semibold text-foreground">{title}</h2>}
            {description && <p className="mt-0.5 text-sm text-muted-foreground">{description}</p>}
          </div>
          {action}
        </header>
      )}
      {children}
    </section>
  );
}

import type { ReactNode } from "react";
import { cn } from "./cn";

type Props = {
  title: ReactNode;
  eyebrow?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** The page's one h1 in the display face, with what can be done here beside it. */
export function PageHeader({ title, eyebrow, description, actions, className }: Props) {
  return (
    <header className={cn("flex flex-wrap items-end justify-between gap-x-6 gap-y-4 pb-6", className)}>
      <div className="min-w-0 max-w-measure">
        {eyebrow && <div className="mb-2 text-sm text-secondary">{eyebrow}</div>}
        <h1 className="font-display text-2xl font-semibold text-foreground md:text-3xl">{title}</h1>
        {description && <p className="mt-2 text-base text-secondary">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

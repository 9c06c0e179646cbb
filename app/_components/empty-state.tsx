import type { ReactNode } from "react";
import { cn } from "./cn";
import { TicketDrawing } from "./ticket-drawing";

type Props = { title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string; level?: 1 | 2 | 3 };

/** What will appear here, why it is not here yet, and one thing to do about it. */
export function EmptyState({ title, children, action, className, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("flex flex-col items-start gap-5 py-10 sm:flex-row sm:items-center sm:gap-8", className)}>
      <TicketDrawing className="w-28 shrink-0 text-muted-foreground" />
      <div className="min-w-0 max-w-measure">
        <Heading className="text-lg font-semibold text-foreground">{title}</Heading>
        {children && <div className="mt-1 text-sm text-secondary">{children}</div>}
        {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}

import type { ReactNode } from "react";

/** Why one can't register now, and what to do instead. */
export function ClosedCard({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <>
      <h2 className="font-display text-xl font-semibold">{title}</h2>
      <div className="mt-2 text-base text-secondary">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </>
  );
}

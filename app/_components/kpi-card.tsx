import Link from "next/link";
import type { ReactNode } from "react";
import { Info } from "@/app/_components/icons";
import { cn } from "./cn";

type Props = {
  label: string;
  value: ReactNode;
  unit?: ReactNode;
  detail?: ReactNode;
  definition?: string;
  href?: string;
  className?: string;
  children?: ReactNode;
};

/** One number that answers a question, with its definition behind the (i) and, by `href`, the list it counts. */
export function KpiCard({ label, value, unit, detail, definition, href, className, children }: Props) {
  const number = (
    <>
      <span className="font-display text-3xl font-semibold tabular-nums">{value}</span>
      {unit && <span className="ms-1 text-sm text-muted-foreground">{unit}</span>}
    </>
  );
  return (
    <div className={cn("relative min-w-0 rounded-lg border border-border bg-card p-4 sm:p-5", className)}>
      <dl>
        <dt className="pe-8 text-meta font-medium text-secondary">{label}</dt>
        <dd className="mt-1 text-foreground">
          {href ? (
            <Link href={href} className="underline-offset-4 hover:underline">
              {number}
            </Link>
          ) : (
            number
          )}
        </dd>
        {detail && <dd className="mt-1 text-meta text-secondary">{detail}</dd>}
      </dl>
      {children && <div className="mt-3">{children}</div>}
      {definition && (
        <details className="text-meta text-secondary">
          <summary
            aria-label={`What "${label}" means`}
            className="absolute inset-e-1 top-1 flex size-10 cursor-pointer list-none items-center justify-center rounded-full text-muted-foreground hover:text-foreground pointer-coarse:size-11"
          >
            <Info aria-hidden className="size-4" strokeWidth={1.75} />
          </summary>
          <p className="mt-3 border-t border-border pt-2">{definition}</p>
        </details>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import type { Admitting } from "@/lib/checkin/conflicts";
import { formatInstant } from "@/lib/events/when";

export type Line = Admitting & { title: string };

type Props = {
  timezone: string;
  name: string;
  what: string;
  detail?: string;
  lines: readonly Line[];
  children: ReactNode;
};

/** One matter for the organizer: whom it is about, what happened, and when, where and by whom. */
export function DoorCard({ timezone, name, what, detail, lines, children }: Props) {
  return (
    <li className="flex flex-wrap items-end justify-between gap-3 rounded-md border border-border bg-warning-soft p-4">
      <div className="min-w-0">
        <h3 className="font-semibold text-foreground">
          <bdi>{name}</bdi>
        </h3>
        <p className="text-sm text-foreground">{what}</p>
        {detail && <p className="text-meta break-all text-secondary">{detail}</p>}
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm text-secondary">
          {lines.map(({ title, at, gate, by }) => (
            <div key={`${title}${at.toISOString()}`} className="contents">
              <dt>{title}</dt>
              <dd className="text-foreground">
                <time dateTime={at.toISOString()}>{formatInstant(at, timezone)}</time>
                {gate && (
                  <>
                    {", "}
                    <bdi>{gate}</bdi>
                  </>
                )}
                {by && (
                  <>
                    {", by "}
                    <bdi>{by}</bdi>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {children}
    </li>
  );
}

import type { ReactNode } from "react";
import { Disclosure } from "./disclosure";
import { ScrollRegion } from "./scroll-region";

type Props = {
  title: string;
  summary: string;
  table: { head: readonly string[]; rows: readonly (readonly (string | number)[])[] };
  tableLabel?: string;
  action?: ReactNode;
  children: ReactNode;
};

/** A chart with its title, its message in one sentence, and the same figures as a table. */
export function ChartFigure({ title, summary, table, tableLabel = "View as table", action, children }: Props) {
  return (
    <figure className="m-0 min-w-0">
      <figcaption className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base font-semibold text-foreground">{title}</h2>
          <p className="mt-0.5 text-sm text-secondary">{summary}</p>
        </div>
        {action}
      </figcaption>
      {children}
      <Disclosure summary={tableLabel} className="mt-3">
        <ScrollRegion label={title} className="max-h-72 overflow-y-auto">
          <table className="w-full text-sm">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr className="border-b border-border text-start text-meta text-muted-foreground">
                {table.head.map((cell, index) => (
                  <th
                    key={cell}
                    scope="col"
                    className={`px-2 py-2 font-medium ${index > 0 ? "text-end" : "text-start"}`}
                  >
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-border">
              {table.rows.map(([name, ...values]) => (
                <tr key={name}>
                  <th scope="row" className="px-2 py-1.5 text-start font-normal text-foreground">
                    {name}
                  </th>
                  {values.map((value, index) => (
                    <td key={table.head[index + 1]} className="px-2 py-1.5 text-end tabular-nums text-secondary">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Disclosure>
    </figure>
  );
}

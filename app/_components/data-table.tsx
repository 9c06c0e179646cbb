import type { ReactNode } from "react";
import { cn } from "./cn";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  className?: string;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  compact?: boolean;
};

/**
 * A table on a desk, a list of labelled lines on a phone; the first column names the row. The roles are spelled out because
 * a table that is not displayed as one loses them.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, compact = false }: Props<Row>) {
  const [nameColumn, ...otherColumns] = columns;
  if (!nameColumn) return null;
  const cellHeight = compact ? "md:h-9" : "md:h-11";
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see the sentence above
    <table role="table" className="block w-full text-sm md:table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="md:border-b md:border-border">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cn(
                "h-10 px-3 text-start text-meta font-medium text-muted-foreground first:ps-0 last:pe-0",
                column.align === "end" && "text-end",
                column.className,
              )}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block divide-y divide-border md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1 py-3 transition-colors md:table-row md:hover:bg-muted"
          >
            <th
              role="rowheader"
              scope="row"
              className={cn(
                "col-span-2 text-start font-medium wrap-anywhere text-foreground md:px-3 md:ps-0",
                cellHeight,
                nameColumn.className,
              )}
            >
              {nameColumn.cell(row)}
            </th>
            {otherColumns.map((column) => (
              <td
                key={column.key}
                role="cell"
                className={cn(
                  "contents text-secondary md:table-cell md:px-3 md:last:pe-0",
                  cellHeight,
                  column.align === "end" && "tabular-nums md:text-end",
                  column.className,
                )}
              >
                <span aria-hidden className="text-meta text-muted-foreground md:hidden">
                  {column.header}
                </span>
                <span className="min-w-0 wrap-anywhere">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see the sentence above
  );
}

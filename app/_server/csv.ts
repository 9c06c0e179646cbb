type Cell = string | number | null | undefined;

/** Where a file of cells begins: the mark by which spreadsheets know that it is UTF-8. */
export const csvStart = "\uFEFF";

/**
 * Rows as CSV (RFC 4180: commas, CRLF, doubled quotes). A text that a spreadsheet would take for a
 * formula is given an apostrophe in front, so that what a guest typed never runs on the organizer's
 * machine.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[\s]*[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A file of these lines, sent while they are read: only as fast as the client takes it, so any size
 * stays small in memory.
 */
export function csvAnswer(fileName: string, lines: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}

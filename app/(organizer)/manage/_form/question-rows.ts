type QuestionRow = { id?: string; label: string; kind: string; required: boolean; options?: string[] };

/** The questions typed into the form's rows, `questions.<row>.<part>`; rows without words are left out. */
export function questionRowsOf(fields: Record<string, unknown>): { rows: QuestionRow[]; rowNumbers: number[] } {
  const rowNumbers = rowNumbersIn(fields).filter((row) => partOf(fields, row, "label") !== "");
  const rows = rowNumbers.map((row) => {
    const id = partOf(fields, row, "id");
    const kind = partOf(fields, row, "kind") || "text";
    const options = partOf(fields, row, "options")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    return {
      ...(id && { id }),
      label: partOf(fields, row, "label"),
      kind,
      required: partOf(fields, row, "required") === "on",
      ...(kind === "choice" && { options }),
    };
  });
  return { rows, rowNumbers };
}

/** The numbers of the rows that the form holds, in order. */
export function rowNumbersIn(fields: Record<string, unknown>): number[] {
  const numbers = Object.keys(fields).flatMap((name) => name.match(/^questions\.(\d{1,3})\.label$/)?.[1] ?? []);
  return numbers.map(Number).sort((left, right) => left - right);
}

function partOf(fields: Record<string, unknown>, row: number, part: string): string {
  const value = fields[`questions.${row}.${part}`];
  return typeof value === "string" ? value.trim() : "";
}

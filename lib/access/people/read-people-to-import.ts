import Papa from "papaparse";
import { z } from "zod";
import { departmentField, emailField, nameField } from "@/lib/access/input";
import type { FieldError } from "@/lib/platform/errors";
import { roles } from "./input";

const most = 5_000;
const mostFaults = 20;

/** Somebody of an imported list; what a line leaves out is left as it is. */
export type ImportedPerson = z.output<typeof importedPerson>;

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);
const importedPerson = z.object({
  name: z.preprocess(blankIsAbsent, nameField.optional()),
  email: emailField,
  department: departmentField.optional(),
  role: z.preprocess(
    (value) => (typeof value === "string" ? blankIsAbsent(roleOf(value)) : value),
    z.enum(roles, "The role is attendee, organizer or admin.").optional(),
  ),
});

const order = ["name", "email", "department", "role"] as const;
const headings = {
  name: /^(full )?name$/i,
  email: /^e-?mail( address)?$/i,
  department: /^(department|team)$/i,
  role: /^role$/i,
};

/**
 * People from a list as a spreadsheet or a directory exports it: commas, semicolons or tabs, in the
 * order name, e-mail, department, role or under such headings. Every line that is no person, or
 * names one again, is a fault that says its number.
 */
export function readPeopleToImport(text: string): { people: ImportedPerson[]; faults: FieldError[] } {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").trim(), { skipEmptyLines: "greedy" });
  const columns = columnsOf(data[0] ?? []);
  const place = columns ?? { name: 0, email: 1, department: 2, role: 3 };
  const people = new Map<string, ImportedPerson>();
  const faults: FieldError[] = [];
  const fault = (line: number, words?: string) => faults.push({ path: "list", message: `Line ${line}: ${words}` });
  for (const [index, row] of (columns ? data.slice(1) : data).entries()) {
    const line = index + (columns ? 2 : 1);
    const cells = order.map((name) => [name, row[place[name] ?? -1]?.trim() ?? ""]);
    const parsed = importedPerson.safeParse(Object.fromEntries(cells));
    if (!parsed.success) fault(line, parsed.error.issues[0]?.message);
    else if (people.has(parsed.data.email)) fault(line, `${parsed.data.email} stands there twice.`);
    else people.set(parsed.data.email, parsed.data);
  }
  if (faults.length === 0 && people.size === 0) faults.push({ path: "list", message: "Name at least one person." });
  if (people.size > most)
    faults.push({ path: "list", message: `Import at most ${most.toLocaleString("en")} people at once.` });
  return { people: [...people.values()], faults: faults.slice(0, mostFaults) };
}

function columnsOf(first: string[]): Partial<Record<(typeof order)[number], number>> | null {
  const found = order.flatMap((name) => {
    const at = first.findIndex((cell) => headings[name].test(cell.trim()));
    return at < 0 ? [] : [[name, at] as const];
  });
  return found.some(([name]) => name === "email") ? Object.fromEntries(found) : null;
}

function roleOf(typed: string): string {
  const word = typed.trim().toLowerCase();
  return word === "administrator" ? "admin" : word;
}

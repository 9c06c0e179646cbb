import Papa from "papaparse";
import { departments } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { departmentField } from "@/lib/access/input";
import type { AdminScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { type FieldError, invalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { mostDepartments } from "./input";
import { lockDepartments, settleChange } from "./internal";

const heading = /^(department|team|name)s?$/i;

/**
 * Puts the names of a list into the list of departments, all or none; those that stand there
 * already are left as they are. Lines, or the first column of what a spreadsheet exports; every
 * line that is no name is a fault that names it.
 */
export async function addDepartments(scope: AdminScope, text: string): Promise<{ added: number; known: number }> {
  const { names, faults } = namesIn(text);
  if (faults.length > 0) throw invalidInput(...faults);
  return inTransaction(undefined, async (tx) => {
    const list = await lockDepartments(tx);
    const known = new Set(list.map(({ name }) => name.toLowerCase()));
    const fresh = names.filter((name) => !known.has(name.toLowerCase()));
    if (list.length + fresh.length > mostDepartments)
      throw invalidInput({ path: "names", message: `Keep at most ${mostDepartments} departments.` });
    if (fresh.length === 0) return { added: 0, known: names.length };
    await tx.insert(departments).values(fresh.map((name) => ({ id: newId(), name, createdAt: now() })));
    await settleChange(tx, scope, { action: "departments.added", detail: { names: fresh } });
    return { added: fresh.length, known: names.length - fresh.length };
  });
}

function namesIn(text: string): { names: string[]; faults: FieldError[] } {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").trim(), {
    skipEmptyLines: "greedy",
    delimiter: delimiterOf(text),
  });
  const names = new Map<string, string>();
  const faults: FieldError[] = [];
  for (const [index, [cell = ""]] of data.entries()) {
    if (index === 0 && data.length > 1 && heading.test(cell.trim())) continue;
    const parsed = departmentField.safeParse(cell);
    if (!parsed.success)
      faults.push({ path: "names", message: `Line ${index + 1}: ${parsed.error.issues[0]?.message}` });
    else if (parsed.data !== undefined && !names.has(parsed.data.toLowerCase()))
      names.set(parsed.data.toLowerCase(), parsed.data);
  }
  if (faults.length === 0 && names.size === 0) faults.push({ path: "names", message: "Name at least one department." });
  return { names: [...names.values()], faults };
}

// A comma may stand in a name that is alone on its line.
function delimiterOf(text: string): string {
  return /\t/.test(text) ? "\t" : /;/.test(text) ? ";" : /"/.test(text) ? "," : "\u0001";
}

import Papa from "papaparse";
import type { FieldError } from "@/lib/platform/errors";
import { type AddedPerson, addedPerson, mostAdded } from "./input";

type Read = { people: AddedPerson[]; faults: FieldError[] };

const headings = { name: /^(full )?name$/i, email: /^e-?mail( address)?$/i, department: /^(department|team)$/i };
const usualOrder = ["name", "email", "department"] as const;

/**
 * People from a list as one pastes it out of a spreadsheet or exports it: commas, semicolons or tabs, in the order name, e-mail, department or
 * under such headings. Somebody who stands there twice counts once. Every line that is no person is a fault that names it.
 */
export function readPeople(text: string): Read {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: "greedy" });
  const columns = columnsOf(data[0] ?? []);
  const rows = columns ? data.slice(1) : data;
  const place = columns ?? { name: 0, email: 1, department: 2 };
  const people = new Map<string, AddedPerson>();
  const faults: FieldError[] = [];
  for (const [index, row] of rows.entries()) {
    const cell = (name: (typeof usualOrder)[number]) => row[place[name] ?? -1]?.trim() || undefined;
    const parsed = addedPerson.safeParse({ name: cell("name"), email: cell("email"), department: cell("department") });
    const line = index + (columns ? 2 : 1);
    if (!parsed.success) faults.push({ path: "list", message: `Line ${line}: ${parsed.error.issues[0]?.message}` });
    else if (!people.has(parsed.data.email)) people.set(parsed.data.email, parsed.data);
  }
  if (faults.length === 0 && people.size === 0) faults.push({ path: "list", message: "Name at least one person." });
  if (people.size > mostAdded) faults.push({ path: "list", message: `Add at most ${mostAdded} people at once.` });
  return { people: [...people.values()], faults };
}

function columnsOf(first: string[]): Partial<Record<(typeof usualOrder)[number], number>> | null {
  const found = usualOrder.flatMap((name) => {
    const at = first.findIndex((cell) => headings[name].test(cell.trim()));
    return at < 0 ? [] : [[name, at] as const];
  });
  return found.some(([name]) => name === "email") ? Object.fromEntries(found) : null;
}

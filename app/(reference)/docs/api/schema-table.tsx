import { ScrollRegion } from "@/app/_components/scroll-region";
import type { SchemaField } from "./operations";

/** The fields of a body, a query or an answer. */
export function SchemaTable({ label, fields }: { label: string; fields: SchemaField[] }) {
  return (
    <ScrollRegion label={label} className="mt-2 rounded-md border border-border">
      <table className="w-full text-sm md:table-fixed">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-border bg-muted text-meta text-secondary">
            <th scope="col" className="px-3 py-2 text-start font-medium md:w-[30%]">
              Field
            </th>
            <th scope="col" className="px-3 py-2 text-start font-medium md:w-2/5">
              Type
            </th>
            <th scope="col" className="px-3 py-2 text-start font-medium">
              Note
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {fields.map(({ name, type, isRequired, note }) => (
            <tr key={name} className="align-top">
              <th scope="row" className="px-3 py-2 text-start font-mono font-normal text-foreground">
                {name}
                {isRequired && <span className="ms-1 font-sans text-xs text-secondary">required</span>}
              </th>
              <td className="px-3 py-2 font-mono break-words text-secondary">{type}</td>
              <td className="px-3 py-2 text-secondary">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

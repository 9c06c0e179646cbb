import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { LinkButton } from "@/app/_components/link-button";
import { Select } from "@/app/_components/select";
import { auditNouns } from "./action-words";

type Props = { home: string; typed: { action: string; person: string; from: string; to: string } };

/** Narrows a list of activity; a plain form, so that what it shows has an address. */
export function AuditFilterForm({ home, typed }: Props) {
  const isNarrowed = Object.values(typed).some(Boolean);
  return (
    <form action={home} className="mb-6 flex flex-wrap items-end gap-3">
      {typed.person && <input type="hidden" name="person" value={typed.person} />}
      <Field name="action" label="About">
        {(control) => (
          <Select {...control} defaultValue={typed.action}>
            {auditNouns.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="from" label="From">
        {(control) => <Input {...control} type="date" defaultValue={typed.from} />}
      </Field>
      <Field name="to" label="To">
        {(control) => <Input {...control} type="date" defaultValue={typed.to} />}
      </Field>
      <Button type="submit">Show</Button>
      {isNarrowed && (
        <LinkButton href={home} variant="ghost">
          Everything
        </LinkButton>
      )}
    </form>
  );
}

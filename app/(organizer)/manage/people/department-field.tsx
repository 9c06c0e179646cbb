import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";

type Props = { departments: readonly string[]; value: string | undefined; error: string | undefined; hint: string };

/** A department, suggested from the list. */
export function DepartmentField({ departments, value, error, hint }: Props) {
  return (
    <>
      <Field name="department" label="Department" hint={hint} error={error} optional>
        {(control) => (
          <Input {...control} list="departments" dir="auto" maxLength={80} autoComplete="off" defaultValue={value} />
        )}
      </Field>
      <datalist id="departments">
        {departments.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
    </>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { type FormState, faultOf, idle, typedIn } from "@/app/_server/form-state";

type Entry = { id: string; name: string };
type Props = {
  action: (previous: FormState<boolean>, form: FormData) => Promise<FormState<boolean>>;
  id: string;
  others: readonly Entry[];
};

/** Makes one entry of a list a part of another. */
export function MergeForm({ action, id, others }: Props) {
  const [state, submit] = useFormState(action, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-3">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap items-end gap-2">
        <Field
          name="into"
          id={`into-${id}`}
          label="Merge into"
          error={faultOf(state, "into")}
          className="flex-1 basis-48"
        >
          {(control) => (
            <Select {...control} defaultValue={typedIn(state, "into") ?? ""}>
              <option value="">Choose…</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <SubmitButton variant="secondary" pendingLabel="Merging…">
          Merge
        </SubmitButton>
      </div>
    </form>
  );
}

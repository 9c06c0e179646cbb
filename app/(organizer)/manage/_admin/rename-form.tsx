"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { type FormState, faultOf, idle, typedIn } from "@/app/_server/form-state";

type Props = {
  action: (previous: FormState<boolean>, form: FormData) => Promise<FormState<boolean>>;
  id: string;
  name: string;
  maxLength: number;
};

/** Gives one entry of a list another name. */
export function RenameForm({ action, id, name, maxLength }: Props) {
  const [state, submit] = useFormState(action, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-3">
      <FormErrors state={state} />
      <input type="hidden" name="id" value={id} />
      <div className="flex flex-wrap items-end gap-2">
        <Field name="name" id={`name-${id}`} label="Name" error={faultOf(state, "name")} className="flex-1 basis-48">
          {(control) => (
            <Input {...control} dir="auto" maxLength={maxLength} defaultValue={typedIn(state, "name") ?? name} />
          )}
        </Field>
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Rename
        </SubmitButton>
      </div>
    </form>
  );
}

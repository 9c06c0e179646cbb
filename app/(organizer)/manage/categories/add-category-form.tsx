"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { addCategoryAction } from "./actions";

/** Puts a category at the end of the list. */
export function AddCategoryForm() {
  const [state, submit] = useFormState(addCategoryAction, idle);
  const added = state.status === "done" ? state.result : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-3">
      <FormErrors state={state} />
      <Field name="name" id="new-name" label="Name" error={faultOf(state, "name")} required>
        {(control) => (
          <Input key={added?.id} {...control} dir="auto" maxLength={60} defaultValue={typedIn(state, "name")} />
        )}
      </Field>
      <SubmitButton className="self-start" pendingLabel="Adding…">
        Add
      </SubmitButton>
      {added && (
        <p role="status" className="text-sm text-secondary">
          Added <bdi>{added.name}</bdi>. In addresses it is called {added.id}.
        </p>
      )}
    </form>
  );
}

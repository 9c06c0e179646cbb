"use client";

import { useRef } from "react";
import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { SubmitButton } from "@/app/_components/submit-button";
import { TextFromFile } from "@/app/_components/text-from-file";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { addDepartmentsAction } from "./actions";

/** Puts names into the list, typed or from a file. */
export function AddDepartmentsForm() {
  const [state, submit] = useFormState(addDepartmentsAction, idle);
  const names = useRef<HTMLTextAreaElement>(null);
  const done = state.status === "done" ? state.result : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      <Field
        name="names"
        label="Names"
        hint="One on each line. Those in the list already are left as they are."
        error={faultOf(state, "names")}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            ref={names}
            rows={6}
            dir="auto"
            spellCheck={false}
            defaultValue={typedIn(state, "names")}
          />
        )}
      </Field>
      <TextFromFile label="Or fill that from a text or CSV file" into={names} />
      <SubmitButton className="self-start" pendingLabel="Adding…">
        Add
      </SubmitButton>
      {done && (
        <p role="status" className="text-sm text-secondary">
          {done.added} added{done.known > 0 ? `, ${done.known} were there already` : ""}.
        </p>
      )}
    </form>
  );
}

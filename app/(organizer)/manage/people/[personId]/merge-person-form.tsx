"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { mergePeopleAction } from "../actions";

/** Makes this record a part of another one of the same person. */
export function MergePersonForm({ userId }: { userId: string }) {
  const [state, submit] = useFormState(mergePeopleAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="userId" value={userId} />
      <Field
        name="intoEmail"
        label="The address that stays"
        hint="Registrations, events and team roles go to it; this record is erased. It can’t be taken back."
        error={faultOf(state, "intoEmail")}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="off"
            defaultValue={typedIn(state, "intoEmail")}
          />
        )}
      </Field>
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Merging…">
        Merge into that person
      </SubmitButton>
    </form>
  );
}

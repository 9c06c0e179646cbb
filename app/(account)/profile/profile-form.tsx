"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { updateProfileAction } from "./actions";

type Props = {
  name: string;
  /** Fixed: the organisation set it. */
  department: { name: string | null; isFixed: boolean };
  departments: readonly string[];
};

/** Name and department, as organizers and door staff see them from now on. */
export function ProfileForm({ name, department, departments }: Props) {
  const [state, submit] = useFormState(updateProfileAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      {state.status === "done" && (
        <Notice tone="success" role="status">
          Saved.
        </Notice>
      )}
      <Field name="name" label="Name" error={faultOf(state, "name")} required>
        {(control) => (
          <Input
            {...control}
            size="public"
            autoComplete="name"
            dir="auto"
            maxLength={200}
            defaultValue={typedIn(state, "name") ?? name}
          />
        )}
      </Field>
      <Field
        name="department"
        label="Department"
        hint={
          department.isFixed
            ? "Set by your organisation. If it is wrong, ask an administrator of this site."
            : "Filled in for you when you register. Past registrations keep what they said."
        }
        error={faultOf(state, "department")}
        optional={!department.isFixed}
      >
        {(control) => (
          <Input
            {...control}
            size="public"
            list="departments"
            dir="auto"
            maxLength={80}
            readOnly={department.isFixed}
            defaultValue={(department.isFixed ? null : typedIn(state, "department")) ?? department.name ?? ""}
          />
        )}
      </Field>
      <datalist id="departments">
        {departments.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <div>
        <SubmitButton size="public" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </div>
    </form>
  );
}

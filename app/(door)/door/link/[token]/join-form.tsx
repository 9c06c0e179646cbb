"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { joinDoorAction } from "./actions";

/** The name under which this phone scans, and the one tap that opens the door. */
export function JoinForm({ token, name }: { token: string; name: string }) {
  const [state, submit] = useFormState(joinDoorAction, idle);
  return (
    <form action={submit} noValidate className="mt-6 flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      <Field
        name="name"
        label="Your name"
        hint="Every scan of this phone is put down to it."
        error={faultOf(state, "name")}
        required
      >
        {(control) => <Input {...control} autoComplete="name" defaultValue={typedIn(state, "name") ?? name} />}
      </Field>
      <SubmitButton size="door" wide pendingLabel="Opening…">
        Open the door
      </SubmitButton>
    </form>
  );
}

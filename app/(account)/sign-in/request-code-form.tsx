"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { requestCodeAction } from "./actions";

/** Step one: the address that a code is sent to. */
export function RequestCodeForm({ next, email }: { next: string; email: string }) {
  const [state, submit] = useFormState(requestCodeAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="next" value={next} />
      <Field name="email" label="E-mail" error={faultOf(state, "email")} required>
        {(control) => (
          <Input
            {...control}
            size="public"
            type="email"
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            defaultValue={typedIn(state, "email") ?? email}
          />
        )}
      </Field>
      <SubmitButton size="public" wide pendingLabel="Sending…">
        Send me a code
      </SubmitButton>
    </form>
  );
}

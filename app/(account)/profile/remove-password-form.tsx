"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { removePasswordAction } from "./actions";

/** Removes one's password. */
export function RemovePasswordForm() {
  const [state, submit] = useFormState(removePasswordAction, idle);
  return (
    <form action={submit}>
      <FormErrors state={state} />
      <SubmitButton variant="ghost" size="public" pendingLabel="Removing…">
        Remove it
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { hideChecklistAction } from "./actions";

/** Puts the checklist away for good. */
export function PutAwayForm() {
  const [state, submit] = useFormState(hideChecklistAction, idle);
  return (
    <form action={submit}>
      <FormErrors state={state} />
      <SubmitButton variant="ghost" pendingLabel="One moment…">
        Put away
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { removeDemoAction } from "./actions";

/** Removes the demo's people and events with one press. */
export function RemoveDemoForm() {
  const [state, submit] = useFormState(removeDemoAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="removes" value="demo" />
      <SubmitButton variant="destructive-quiet" pendingLabel="Removing…">
        Remove the demo
      </SubmitButton>
      {state.status === "done" && state.result.kept > 0 && (
        <Notice tone="warning" role="status">
          {state.result.kept} demo people take part in your own events: their accounts are shut, and they stay there.
        </Notice>
      )}
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { revokeOtherSessionsAction } from "./actions";

/** Signs out every other device. */
export function SessionsForm() {
  const [state, submit] = useFormState(revokeOtherSessionsAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-4">
      <FormErrors state={state} />
      {state.status === "done" && (
        <Notice tone="success" role="status" className="w-full">
          {state.result === 0 ? "You are signed in nowhere else." : "The others are signed out."}
        </Notice>
      )}
      <SubmitButton variant="secondary" size="public" pendingLabel="One moment…">
        Sign out everywhere else
      </SubmitButton>
    </form>
  );
}

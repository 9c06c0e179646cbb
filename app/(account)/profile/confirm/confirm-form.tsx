"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { CodeField } from "../../sign-in/code-field";
import { proveAction } from "./actions";

/** The six digits that prove who uses this browser. */
export function ConfirmForm({ next, challengeId }: { next: string; challengeId: string }) {
  const [state, submit] = useFormState(proveAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="challengeId" value={challengeId} />
      <CodeField state={state} />
      <SubmitButton size="public" wide pendingLabel="Checking…">
        Go on
      </SubmitButton>
    </form>
  );
}

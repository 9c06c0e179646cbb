"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { enterDemoAction } from "./actions";

/** Enters the demo with one press. */
export function EnterDemoForm({ token }: { token: string }) {
  const [state, submit] = useFormState(enterDemoAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton variant="secondary" pendingLabel="Loading…">
        Enter the demo
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { endSessionAction } from "./actions";

/** Ends one of one's sessions. */
export function EndSessionForm({ id, device }: { id: string; device: string }) {
  const [state, submit] = useFormState(endSessionAction, idle);
  return (
    <form action={submit}>
      <FormErrors state={state} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" pendingLabel="Ending…" aria-label={`End ${device}`}>
        End
      </SubmitButton>
    </form>
  );
}

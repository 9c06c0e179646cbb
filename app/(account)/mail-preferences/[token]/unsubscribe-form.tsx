"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { unsubscribeAction } from "./actions";

/** The one press that most people came for. */
export function UnsubscribeForm({ token, words }: { token: string; words: string }) {
  const [state, submit] = useFormState(unsubscribeAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="public" pendingLabel="One moment…">
        {words}
      </SubmitButton>
    </form>
  );
}

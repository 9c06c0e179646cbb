"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "./form-errors";
import { type FormState, idle } from "./form-state";

type Props = {
  token: string;
  label: string;
  action: (state: FormState<never>, form: FormData) => Promise<FormState<never>>;
};

/**
 * The one button of a link that lets in: only a press spends it, since mail scanners open every
 * link.
 */
export function LetInForm({ token, label, action }: Props) {
  const [state, submit] = useFormState(action, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="public" pendingLabel="One moment…">
        {label}
      </SubmitButton>
    </form>
  );
}

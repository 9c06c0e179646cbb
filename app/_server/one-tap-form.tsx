"use client";

import type { ReactNode } from "react";
import { useFormState } from "react-dom";
import type { ButtonStyle } from "@/app/_components/button-style";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { type FormState, idle } from "@/app/_server/form-state";

type Props = ButtonStyle & {
  action: (previous: FormState<boolean>, form: FormData) => Promise<FormState<boolean>>;
  fields: Record<string, string>;
  /** What the button does, for who can't see what it stands beside. */
  label: string;
  pendingLabel: string;
  className?: string;
  children: ReactNode;
};

/** One button that does one thing to one line of a page. */
export function OneTapForm({ action, fields, label, pendingLabel, className, children, ...style }: Props) {
  const [state, submit] = useFormState(action, idle);
  return (
    <form action={submit} className={className}>
      <FormErrors state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton {...style} aria-label={label} pendingLabel={pendingLabel}>
        {children}
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { LinkButton } from "@/app/_components/link-button";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle } from "@/app/_server/form-state";
import { setPasswordAction } from "./actions";

/** Sets a password, or changes the one there is. */
export function PasswordForm({ email, hasOne }: { email: string; hasOne: boolean }) {
  const [state, submit] = useFormState(setPasswordAction, idle);
  if (state.status === "done")
    return (
      <div className="flex flex-col items-start gap-5">
        <Notice tone="success" role="status" className="w-full">
          Your password is set. Other devices are signed out.
        </Notice>
        <LinkButton href="/profile" variant="secondary" size="public">
          To your profile
        </LinkButton>
      </div>
    );
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="newPassword"
        label={hasOne ? "New password" : "Password"}
        hint="At least 10 characters; a few words are best."
        error={faultOf(state, "newPassword")}
        required
      >
        {(control) => <Input {...control} size="public" type="password" autoComplete="new-password" />}
      </Field>
      <div>
        <SubmitButton size="public" pendingLabel="Saving…">
          {hasOne ? "Change the password" : "Set a password"}
        </SubmitButton>
      </div>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { signInWithPasswordAction } from "./actions";
import { signInHref } from "./sign-in-href";

/** Signing in with an address and a password. */
export function PasswordForm({ next }: { next: string }) {
  const [state, submit] = useFormState(signInWithPasswordAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="next" value={next} />
      <Field name="email" label="E-mail" error={faultOf(state, "email")} required>
        {(control) => (
          <Input
            {...control}
            size="public"
            type="email"
            autoComplete="username"
            inputMode="email"
            spellCheck={false}
            defaultValue={typedIn(state, "email")}
          />
        )}
      </Field>
      <Field name="password" label="Password" error={faultOf(state, "password")} required>
        {(control) => <Input {...control} size="public" type="password" autoComplete="current-password" />}
      </Field>
      <SubmitButton size="public" wide pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
      <p className="text-center text-sm">
        <a className="text-primary underline underline-offset-2" href={signInHref({ next: "/profile/password" })}>
          Forgot your password? Sign in by code and set another
        </a>
      </p>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Button } from "@/app/_components/button";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { requestCodeAction, signInWithCodeAction } from "./actions";
import { CodeField } from "./code-field";
import type { SignInChallenge } from "./sign-in-challenge";

/** Step two: the six digits from the mail, or another mail. */
export function CodeForm({ next, challenge }: { next: string; challenge: SignInChallenge }) {
  const [state, submit] = useFormState(signInWithCodeAction, idle);
  const [resent, resend] = useFormState(requestCodeAction, idle);
  return (
    <>
      <form action={submit} noValidate className="flex flex-col gap-5">
        <FormErrors state={state} />
        <FormErrors state={resent} />
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="challengeId" value={challenge.challengeId} />
        <CodeField state={state} />
        <SubmitButton size="public" wide pendingLabel="Checking…">
          Sign in
        </SubmitButton>
      </form>
      <form action={resend} className="mt-3">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="email" value={challenge.email} />
        <Button type="submit" variant="ghost" size="public" wide>
          Send a new code
        </Button>
      </form>
    </>
  );
}

"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { TestMailNotice } from "@/app/(account)/set-up/test-mail-notice";
import { sendTestMailAction } from "./actions";

/** Sends a mail to whoever presses, and says what came of it. */
export function TestMailForm({ isLeaving }: { isLeaving: boolean }) {
  const [state, submit] = useFormState(sendTestMailAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-4">
      <FormErrors state={state} />
      <SubmitButton variant="secondary" pendingLabel="Sending…">
        Send me a test mail
      </SubmitButton>
      {state.status === "done" && <TestMailNotice {...state.result} isLeaving={isLeaving} />}
    </form>
  );
}

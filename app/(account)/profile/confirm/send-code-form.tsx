"use client";

import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { sendProofCodeAction } from "./actions";

/** Has a code sent to one's own address. */
export function SendCodeForm({ next, isAgain }: { next: string; isAgain: boolean }) {
  const [state, submit] = useFormState(sendProofCodeAction, idle);
  return (
    <form action={submit} className={isAgain ? "mt-3" : undefined}>
      <FormErrors state={state} />
      {state.status === "done" && !state.result.isSent && (
        <Notice role="status" className="mb-4">
          No other mail was sent now: the last code still works.
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <SubmitButton size="public" wide variant={isAgain ? "ghost" : "primary"} pendingLabel="Sending…">
        {isAgain ? "Send a new code" : "Send me a code"}
      </SubmitButton>
    </form>
  );
}

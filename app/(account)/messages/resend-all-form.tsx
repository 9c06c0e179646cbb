"use client";

import { useFormState } from "react-dom";
import { RotateCw } from "@/app/_components/icons";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { resendDeadAction } from "./actions";

/** Sends every failed message again, and says what came of it; it stays when none is left, to say so. */
export function ResendAllForm({ dead }: { dead: number }) {
  const [state, submit] = useFormState(resendDeadAction, idle);
  return (
    <form action={submit} className="mb-4 flex flex-col items-start gap-3">
      <FormErrors state={state} />
      {dead > 0 && (
        <SubmitButton variant="secondary" pendingLabel="One moment…">
          <RotateCw aria-hidden strokeWidth={1.75} />
          Resend all
        </SubmitButton>
      )}
      {state.status === "done" && (
        <Notice tone="success" role="status" className="w-full">
          <p>{outcomeInWords(state.result)}</p>
        </Notice>
      )}
    </form>
  );
}

function outcomeInWords({ resent, overtaken }: { resent: number; overtaken: number }): string {
  const sent = resent === 1 ? "1 message is on its way again." : `${resent} messages are on their way again.`;
  if (overtaken === 0) return sent;
  const kept =
    overtaken === 1 ? "1 was overtaken by a later one and stays" : `${overtaken} were overtaken by later ones and stay`;
  return `${sent} ${kept} unsent.`;
}

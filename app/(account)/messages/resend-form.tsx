"use client";

import { useFormState } from "react-dom";
import { RotateCw } from "@/app/_components/icons";
import { SubmitButton } from "@/app/_components/submit-button";
import { idle } from "@/app/_server/form-state";
import { resendDeadAction } from "./actions";

type Props = { id: string; what: string };

/** Sends one failed message again; its line leaves the list when that worked. */
export function ResendForm({ id, what }: Props) {
  const [state, submit] = useFormState(resendDeadAction, idle);
  return (
    <form action={submit} className="inline-flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" pendingLabel="One moment…" aria-label={`Resend: ${what}`}>
        <RotateCw aria-hidden strokeWidth={1.75} />
        Resend
      </SubmitButton>
      {state.status === "refused" && (
        <span role="alert" className="text-sm text-destructive">
          {state.message}
        </span>
      )}
    </form>
  );
}

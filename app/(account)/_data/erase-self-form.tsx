"use client";

import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { eraseSelfAction } from "./actions";

/**
 * Erasing one's account; folded away, so that it takes two deliberate presses, with scripts or
 * without.
 */
export function EraseSelfForm() {
  const [state, submit] = useFormState(eraseSelfAction, idle);
  return (
    <Disclosure
      summary="Erase my account…"
      className="w-full border-t border-border pt-3"
      open={state.status === "refused"}
    >
      <form action={submit} className="flex flex-col items-start gap-3">
        <FormErrors state={state} />
        <p className="text-sm text-secondary">
          You are signed out everywhere. Your places at events to come are given up, and your name, address, answers and
          whatever else names you is erased. Organizers keep numbers without a name. This can’t be taken back.
        </p>
        <SubmitButton variant="destructive-quiet" pendingLabel="Erasing…">
          Erase my account
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

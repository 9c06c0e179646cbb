"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { erasePersonAction } from "../actions";

/** Erases somebody: everything that names them goes, what others count stays. */
export function ErasePersonForm({ userId, name }: { userId: string; name: string }) {
  const [state, submit] = useFormState(erasePersonAction, idle);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="userId" value={userId} />
      <p className="text-sm text-secondary">
        Whatever names them goes; what others count stays. Places at events to come pass on, and events that they own
        become yours. It can’t be taken back.
      </p>
      <SubmitButton variant="destructive" className="self-start" pendingLabel="Erasing…" aria-label={`Erase ${name}`}>
        Erase this person
      </SubmitButton>
    </form>
  );
}

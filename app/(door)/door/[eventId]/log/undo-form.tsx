"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { idle } from "@/app/_server/form-state";
import { undoCheckInAction } from "./actions";

type Props = { eventId: string; registrationId: string; name: string };

/** Takes one admission back. */
export function UndoForm({ eventId, registrationId, name }: Props) {
  const [state, submit] = useFormState(undoCheckInAction, idle);
  return (
    <form action={submit} className="flex shrink-0 flex-col items-end gap-1">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <SubmitButton variant="secondary" size="door" aria-label={`Undo the check-in of ${name}`} pendingLabel="Undoing">
        Undo
      </SubmitButton>
      {state.status === "refused" && (
        <p role="alert" className="text-sm text-destructive">
          {state.message}
        </p>
      )}
    </form>
  );
}

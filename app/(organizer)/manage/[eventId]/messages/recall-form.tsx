"use client";

import { useFormState } from "react-dom";
import { Undo2 } from "@/app/_components/icons";
import { SubmitButton } from "@/app/_components/submit-button";
import { idle } from "@/app/_server/form-state";
import { recallAction } from "./actions";

type Props = { eventId: string; id: string; subject: string };

/** Takes one message back; says so if it has left meanwhile. */
export function RecallForm({ eventId, id, subject }: Props) {
  const [state, submit] = useFormState(recallAction, idle);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" pendingLabel="Recalling…" aria-label={`Recall “${subject}”`}>
        <Undo2 aria-hidden strokeWidth={1.75} />
        Recall
      </SubmitButton>
      {state.status === "refused" && (
        <p role="alert" className="text-sm text-destructive">
          {state.message}
        </p>
      )}
    </form>
  );
}

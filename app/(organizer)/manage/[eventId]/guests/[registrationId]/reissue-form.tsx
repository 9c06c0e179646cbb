"use client";

import { useFormState } from "react-dom";
import { Send } from "@/app/_components/icons";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { reissueAction } from "./actions";

/** A new ticket for who lost theirs, or whose ticket went astray. */
export function ReissueForm({ eventId, registrationId }: { eventId: string; registrationId: string }) {
  const [state, submit] = useFormState(reissueAction, idle);
  return (
    <form action={submit} className="flex flex-col items-start gap-3">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <p className="text-sm text-secondary">
        Lost, or sent to the wrong place? A new ticket goes out by mail, and the old one no longer opens the door.
      </p>
      <SubmitButton variant="secondary" pendingLabel="Sending…">
        <Send aria-hidden strokeWidth={1.5} />
        Send a new ticket
      </SubmitButton>
      {state.status === "done" && (
        <Notice tone="success" role="status" className="w-full">
          <p>A new ticket is on its way. The old one is void.</p>
        </Notice>
      )}
    </form>
  );
}

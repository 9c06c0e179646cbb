"use client";

import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { eraseGuestAction } from "./actions";

/**
 * Taking a guest out of the event for good; folded away, so that it takes two deliberate presses.
 */
export function EraseGuestForm({ eventId, registrationId }: { eventId: string; registrationId: string }) {
  const [state, submit] = useFormState(eraseGuestAction, idle);
  return (
    <Disclosure summary="Erase this guest…" open={state.status === "refused"}>
      <form action={submit} className="flex flex-col items-start gap-3">
        <FormErrors state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="registrationId" value={registrationId} />
        <p className="text-sm text-secondary">
          Their name, address, answers and notes go from this event, and so do those of whom they bring. A place that is
          to come is given up. The numbers stay. This can’t be taken back, and nobody is told by mail.
        </p>
        <SubmitButton variant="destructive-quiet" pendingLabel="Erasing…">
          Erase this guest
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

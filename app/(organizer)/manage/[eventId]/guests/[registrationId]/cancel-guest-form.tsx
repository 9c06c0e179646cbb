"use client";

import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { cancelGuestAction } from "./actions";

/** Giving up somebody's place; folded away, so that it takes two deliberate presses, with scripts or without. */
export function CancelGuestForm({ eventId, registrationId }: { eventId: string; registrationId: string }) {
  const [state, submit] = useFormState(cancelGuestAction, idle);
  return (
    <Disclosure
      summary="Cancel this registration…"
      className="border-t border-border pt-3 first:border-t-0 first:pt-0"
      open={state.status === "refused"}
    >
      <form action={submit} className="flex flex-col items-start gap-3">
        <FormErrors state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="registrationId" value={registrationId} />
        <p className="text-sm text-secondary">
          They are told by mail, the ticket becomes void, and the seat goes to the first in line.
        </p>
        <SubmitButton variant="destructive-quiet" pendingLabel="Cancelling…">
          Cancel the registration
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

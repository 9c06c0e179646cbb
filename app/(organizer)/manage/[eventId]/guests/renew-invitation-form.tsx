"use client";

import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { renewInvitationAction } from "./actions";

/** Replacing the invitation link, in two steps. */
export function RenewInvitationForm({ eventId }: { eventId: string }) {
  const [state, submit] = useFormState(renewInvitationAction, idle);
  return (
    <Disclosure summary="Replace the link…" open={state.status === "refused" || undefined}>
      <form action={submit} className="flex flex-col items-start gap-3">
        <FormErrors state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <p className="text-sm text-secondary">
          The link above stops working. Who registered with it stays registered; who has not needs the new one.
        </p>
        <SubmitButton variant="secondary" pendingLabel="One moment…">
          Make a new link
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

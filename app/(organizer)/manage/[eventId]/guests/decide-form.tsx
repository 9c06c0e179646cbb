"use client";

import { useFormState } from "react-dom";
import { Check, X } from "@/app/_components/icons";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { approveGuestAction, cancelGuestAction } from "./[registrationId]/actions";

type Props = { eventId: string; registrationId: string; name: string };

/** The organizer's yes or no to a request. */
export function DecideForm({ eventId, registrationId, name }: Props) {
  const [approved, approve] = useFormState(approveGuestAction, idle);
  const [declined, decline] = useFormState(cancelGuestAction, idle);
  const ids = (
    <>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="registrationId" value={registrationId} />
    </>
  );
  return (
    <div className="flex flex-col gap-2 py-1">
      <FormErrors state={approved} />
      <FormErrors state={declined} />
      <div className="flex gap-2">
        <form action={approve}>
          {ids}
          <SubmitButton variant="secondary" pendingLabel="Approving…">
            <Check aria-hidden />
            Approve<span className="sr-only"> {name}</span>
          </SubmitButton>
        </form>
        <form action={decline}>
          {ids}
          <SubmitButton variant="destructive-quiet" pendingLabel="Declining…">
            <X aria-hidden />
            Decline<span className="sr-only"> {name}</span>
          </SubmitButton>
        </form>
      </div>
    </div>
  );
}

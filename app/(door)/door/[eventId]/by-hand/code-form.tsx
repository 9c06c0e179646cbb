"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { faultOf, idle } from "@/app/_server/form-state";
import { checkInByHandAction } from "./actions";
import { OutcomeNotice } from "./outcome-notice";

type Props = { eventId: string; scanId: string; timezone: string };

/** Checks in by the typed code; the scan's id comes with the page, so that sending twice counts once. */
export function CodeForm({ eventId, scanId, timezone }: Props) {
  const [state, submit] = useFormState(checkInByHandAction, idle);
  return (
    <form action={submit} className="flex flex-col gap-4">
      <OutcomeNotice state={state} timezone={timezone} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="scanId" value={scanId} />
      <Field
        name="ticket"
        label="Ticket code"
        hint="The eight characters under the QR code"
        error={faultOf(state, "ticket")}
      >
        {(control) => (
          <Input
            {...control}
            size="door"
            autoComplete="off"
            spellCheck={false}
            className="font-mono uppercase tracking-widest"
          />
        )}
      </Field>
      <SubmitButton size="door" pendingLabel="Checking in">
        Check in
      </SubmitButton>
    </form>
  );
}

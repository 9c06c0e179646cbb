"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { setDoorNoteAction } from "./actions";

type Props = { eventId: string; registrationId: string; note: string | null };

/** What door staff should know when this guest comes in. */
export function DoorNoteForm({ eventId, registrationId, note }: Props) {
  const [state, submit] = useFormState(setDoorNoteAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-3">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="registrationId" value={registrationId} />
      <Field
        name="note"
        label="Note for the door"
        hint="Shown on the phone when this ticket is scanned. Leave it empty for none."
        error={faultOf(state, "note")}
      >
        {(control) => <Input {...control} autoComplete="off" defaultValue={typedIn(state, "note") ?? note ?? ""} />}
      </Field>
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Saving…">
        Save the note
      </SubmitButton>
      {state.status === "done" && (
        <Notice tone="success" role="status">
          <p>Saved. The phones at the door have it in a moment.</p>
        </Notice>
      )}
    </form>
  );
}

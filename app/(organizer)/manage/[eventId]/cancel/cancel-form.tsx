"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { LinkButton } from "@/app/_components/link-button";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { cancelEventAction } from "../actions";

/** The last word before an event is called off, with the reason that its people read. */
export function CancelForm({ eventId, people }: { eventId: string; people: number }) {
  const [state, submit] = useFormState(cancelEventAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field
        name="reason"
        label="Reason"
        hint="Stands in the mail and on the page."
        error={faultOf(state, "reason")}
        optional
      >
        {(control) => <Input {...control} defaultValue={typedIn(state, "reason")} maxLength={500} dir="auto" />}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="destructive" pendingLabel="Cancelling…">
          {people > 0
            ? `Cancel and tell ${people.toLocaleString("en")} ${people === 1 ? "person" : "people"}`
            : "Cancel the event"}
        </SubmitButton>
        <LinkButton href={`/manage/${eventId}`} variant="ghost">
          Keep it
        </LinkButton>
      </div>
    </form>
  );
}

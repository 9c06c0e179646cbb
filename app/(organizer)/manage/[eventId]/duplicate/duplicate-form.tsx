"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { LinkButton } from "@/app/_components/link-button";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { zoneLabelOf } from "../../_form/zones";
import { duplicateEventAction } from "../actions";

type Props = { eventId: string; timezone: string; startsAt: string };

/** The one thing to say about a copy: when it is. */
export function DuplicateForm({ eventId, timezone, startsAt }: Props) {
  const [state, submit] = useFormState(duplicateEventAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="timezone" value={timezone} />
      <Field
        name="startsAt"
        label="The copy starts"
        hint={`On the clock of ${zoneLabelOf(timezone)}.`}
        error={faultOf(state, "startsAt")}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            defaultValue={typedIn(state, "startsAt") ?? startsAt}
            className="max-w-64"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Copying…">Duplicate</SubmitButton>
        <LinkButton href={`/manage/${eventId}`} variant="ghost">
          Back
        </LinkButton>
      </div>
    </form>
  );
}

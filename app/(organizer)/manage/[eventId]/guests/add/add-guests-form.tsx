"use client";

import { useRef } from "react";
import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { SubmitButton } from "@/app/_components/submit-button";
import { TextFromFile } from "@/app/_components/text-from-file";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { addGuestsAction } from "./actions";
import { AddedGuests } from "./added-guests";

/** People to add, one on each line or pasted out of a spreadsheet; then what became of each. */
export function AddGuestsForm({ eventId }: { eventId: string }) {
  const [state, submit] = useFormState(addGuestsAction, idle);
  const list = useRef<HTMLTextAreaElement>(null);
  if (state.status === "done") return <AddedGuests eventId={eventId} added={state.result} />;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field
        name="list"
        label="People"
        hint="One on each line: name, e-mail, department. The department may be left out. You can paste rows out of a spreadsheet."
        error={faultOf(state, "list")}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            ref={list}
            rows={10}
            dir="auto"
            spellCheck={false}
            autoComplete="off"
            placeholder={"Ada Lovelace, ada@example.org, Research"}
            defaultValue={typedIn(state, "list")}
          />
        )}
      </Field>
      <TextFromFile label="Or fill that from a CSV file" into={list} />
      <SubmitButton className="self-start" pendingLabel="Adding…">
        Add them
      </SubmitButton>
    </form>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { addGuestsAction } from "./actions";
import { AddedGuests } from "./added-guests";

/** People to add, one on each line or pasted out of a spreadsheet; then what became of each. */
export function AddGuestsForm({ eventId }: { eventId: string }) {
  const [state, submit] = useFormState(addGuestsAction, idle);
  const list = useRef<HTMLTextAreaElement>(null);
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
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
      {hasScripts && (
        <label className="flex flex-col gap-1.5 text-sm font-medium text-foreground">
          Or fill that from a CSV file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="text-sm font-normal text-secondary file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-border-strong file:bg-transparent file:px-4 file:text-foreground"
            onChange={async ({ target }) => {
              const text = await target.files?.[0]?.text();
              if (list.current && text !== undefined) list.current.value = text;
            }}
          />
        </label>
      )}
      <SubmitButton className="self-start" pendingLabel="Adding…">
        Add them
      </SubmitButton>
    </form>
  );
}

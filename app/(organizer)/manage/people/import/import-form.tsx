"use client";

import { useRef } from "react";
import { useFormState } from "react-dom";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { TextFromFile } from "@/app/_components/text-from-file";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import type { ImportOutcome } from "@/lib/access/people/import-people";
import { importPeopleAction } from "../actions";

/** People out of a spreadsheet or a directory: looked at first, then taken over as a whole. */
export function ImportForm() {
  const [state, submit] = useFormState(importPeopleAction, idle);
  const list = useRef<HTMLTextAreaElement>(null);
  const done = state.status === "done" ? state.result : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      {done && <Outcome outcome={done} />}
      <Field
        name="list"
        label="People"
        hint="One on each line: name, e-mail, department, role (attendee, organizer, admin); department and role may be left out. Or with a first line of such headings, in any order."
        error={faultOf(state, "list")}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            ref={list}
            rows={12}
            dir="auto"
            spellCheck={false}
            autoComplete="off"
            placeholder={"Ada Lovelace, ada@example.org, Research, organizer"}
            defaultValue={done?.isPreview ? done.list : typedIn(state, "list")}
          />
        )}
      </Field>
      <TextFromFile label="Or fill that from a CSV file" into={list} />
      <Checkbox name="isInviting" label="Send each new person an invitation by mail" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          name="intent"
          value="preview"
          variant={done?.isPreview ? "secondary" : "primary"}
          pendingLabel="Checking…"
        >
          Check the list
        </SubmitButton>
        {done?.isPreview && (
          <SubmitButton name="intent" value="import" pendingLabel="Importing…">
            Import
          </SubmitButton>
        )}
      </div>
    </form>
  );
}

function Outcome({ outcome: { added, changed, unchanged, isPreview } }: { outcome: ImportOutcome }) {
  const numbers = `${added} new, ${changed} changed, ${unchanged} as they are.`;
  return isPreview ? (
    <Notice role="status" title="Nothing is imported yet">
      <p>The list has no faults: {numbers} Press Import to take it over.</p>
    </Notice>
  ) : (
    <Notice tone="success" role="status">
      <p>Imported: {numbers}</p>
    </Notice>
  );
}

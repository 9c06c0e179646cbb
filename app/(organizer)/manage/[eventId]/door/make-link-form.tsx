"use client";

import { useFormState } from "react-dom";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Link2 } from "@/app/_components/icons";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { makeDoorLinkAction } from "./actions";

/** A link for the phones at the door: for one gate or any, for hours or until the door closes. */
export function MakeLinkForm({ eventId }: { eventId: string }) {
  const [state, submit] = useFormState(makeDoorLinkAction, idle);
  const made = state.status === "done" ? state.result.linkId : null;
  return (
    // A new key empties the fields once a link is made.
    <form key={made} action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <div className="grid gap-4 sm:max-lg:grid-cols-2">
        <Field name="gate" label="Gate" optional hint="Stands in every scan." error={faultOf(state, "gate")}>
          {(control) => (
            <Input {...control} placeholder="Main entrance" autoComplete="off" defaultValue={typedIn(state, "gate")} />
          )}
        </Field>
        <Field name="hours" label="Opens the door" error={faultOf(state, "hours")}>
          {(control) => (
            <Select {...control} defaultValue={typedIn(state, "hours") ?? "0"}>
              <option value="0">Until 6 hours after the end</option>
              <option value="2">For 2 hours</option>
              <option value="8">For 8 hours</option>
              <option value="24">For 24 hours</option>
            </Select>
          )}
        </Field>
      </div>
      <Checkbox
        name="mayOverride"
        label="May overrule the list"
        hint="Lets in, with a reason, whoever is cancelled or still waits for a seat. Each time is recorded."
      />
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Making…">
        <Link2 aria-hidden strokeWidth={1.5} />
        Make a door link
      </SubmitButton>
    </form>
  );
}

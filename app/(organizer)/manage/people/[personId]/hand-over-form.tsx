"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { handOverEventsAction } from "../actions";

/** Gives all events of somebody to another organizer. */
export function HandOverForm({ userId }: { userId: string }) {
  const [state, submit] = useFormState(handOverEventsAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      {state.status === "done" && (
        <Notice tone="success" role="status">
          <p>
            {state.result.events} handed over to <bdi>{state.result.to}</bdi>.
          </p>
        </Notice>
      )}
      <input type="hidden" name="userId" value={userId} />
      <Field
        name="toEmail"
        label="Hand all of them over to"
        hint="The address of an organizer or an administrator."
        error={faultOf(state, "toEmail")}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            autoComplete="off"
            defaultValue={typedIn(state, "toEmail")}
          />
        )}
      </Field>
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Handing over…">
        Hand over
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { RadioCards } from "@/app/_components/radio-cards";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle } from "@/app/_server/form-state";
import type { FormValues } from "../../../_form/form-part";
import { QuestionFields } from "../../../_form/question-fields";
import { updateSurveyAction } from "./actions";

type Props = { eventId: string; timezone: string; zone: string; initial: FormValues; hasAnswers: boolean };

const unnamed = "You never see who answered what, and afterwards nothing can tell.";
const named = "You see who answered what, for as long as the registrations are kept.";

/**
 * The organizer's own questions after the two that every survey asks, when it takes answers, and
 * whether those keep names.
 */
export function SurveySettingsForm({ eventId, timezone, zone, initial, hasAnswers }: Props) {
  const [state, submit] = useFormState(updateSurveyAction, idle);
  const values = state.status === "refused" ? state.typed : initial;
  return (
    <form action={submit} noValidate className="flex max-w-reading flex-col gap-6">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="timezone" value={timezone} />
      <Card
        title="Your own questions"
        description="Every survey asks for a rating, a recommendation and a comment. Short surveys get more answers."
        className="flex flex-col gap-5"
      >
        <QuestionFields
          key={questionIdsIn(initial)}
          state={state}
          values={values}
          none="You ask nothing of your own."
        />
      </Card>
      <Card title="When it takes answers" description={`On the clock of ${zone}.`}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field
            name="opensAt"
            label="Opens"
            hint="At the end of the event, if you leave it empty."
            error={faultOf(state, "opensAt")}
            optional
          >
            {(control) => <Input {...control} type="datetime-local" defaultValue={values.opensAt} />}
          </Field>
          <Field
            name="closesAt"
            label="Closes"
            hint="14 days after it opened, if you leave it empty."
            error={faultOf(state, "closesAt")}
            optional
          >
            {(control) => <Input {...control} type="datetime-local" defaultValue={values.closesAt} />}
          </Field>
        </div>
      </Card>
      <Card title="Whose answers they are">
        {hasAnswers ? (
          <p className="text-sm text-secondary">
            {initial.keepsNames === "yes" ? named : unnamed} People have answered, so what they were told holds.
          </p>
        ) : (
          <RadioCards
            name="keepsNames"
            legend="When the survey has closed"
            hint="The page says which, and the first answer fixes it."
            error={faultOf(state, "keepsNames")}
            defaultValue={values.keepsNames}
            choices={[
              { value: "no", label: "Answers lose their names", hint: unnamed },
              { value: "yes", label: "Answers keep their names", hint: named },
            ]}
          />
        )}
      </Card>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">Save the survey</SubmitButton>
        {state.status === "done" && (
          <Notice tone="success" role="status" className="py-2">
            Saved.
          </Notice>
        )}
      </div>
    </form>
  );
}

// Saved rows are numbered anew, so the rows on screen must be too.
function questionIdsIn(values: FormValues): string {
  return Object.keys(values)
    .filter((name) => name.endsWith(".id"))
    .map((name) => values[name])
    .join();
}

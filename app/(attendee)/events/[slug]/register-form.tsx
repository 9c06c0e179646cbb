"use client";

import { useEffect, useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { type FormState, faultOf, typedIn } from "@/app/_server/form-state";
import { newId } from "@/lib/platform/id";
import { EmailField } from "./email-field";
import { GuestFields } from "./guest-fields";
import { type AskedQuestion, QuestionField } from "./question-field";
import type { RegisterResult } from "./register-result";

export type RegisterFormProps = {
  eventId: string;
  person: { name: string; email: string } | null;
  questions: readonly AskedQuestion[];
  departments: readonly string[];
  isForLine: boolean;
  /** The organizer decides on each registration. */
  isRequest: boolean;
  /** How many named guests one may bring. */
  guestsPerPerson: number;
  /** The code of the invitation link one came by. */
  invitation: string | null;
  signInHref: string;
};

type Props = RegisterFormProps & { state: FormState<RegisterResult>; submit: (form: FormData) => void };

/** The whole of registering: two fields for a guest, none for who is signed in, and the organizer's own questions. */
export function RegisterForm({ state, submit, ...props }: Props) {
  // Made by the browser: the page as the server draws it is the same for everybody. Without scripts a repeat is told that it is one.
  const [formKey, setFormKey] = useState<string>();
  useEffect(() => setFormKey(newId()), []);
  const { person, questions, departments } = props;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={props.eventId} />
      {formKey && <input type="hidden" name="formKey" value={formKey} />}
      {props.invitation && <input type="hidden" name="invitation" value={props.invitation} />}
      {person ? (
        <p className="text-sm text-secondary">
          As <bdi className="font-medium text-foreground">{person.name}</bdi>,{" "}
          <bdi className="break-all">{person.email}</bdi>
        </p>
      ) : (
        <>
          <Field name="name" label="Name" error={faultOf(state, "name")} required>
            {(control) => (
              <Input
                {...control}
                size="public"
                autoComplete="name"
                dir="auto"
                maxLength={200}
                defaultValue={typedIn(state, "name")}
              />
            )}
          </Field>
          <EmailField error={faultOf(state, "email")} typed={typedIn(state, "email")} />
          <Field name="department" label="Department" error={faultOf(state, "department")} optional>
            {(control) => (
              <Input
                {...control}
                size="public"
                autoComplete="organization"
                list="departments"
                dir="auto"
                maxLength={80}
                defaultValue={typedIn(state, "department")}
              />
            )}
          </Field>
          <datalist id="departments">
            {departments.map((department) => (
              <option key={department} value={department} />
            ))}
          </datalist>
        </>
      )}
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} state={state} />
      ))}
      {props.guestsPerPerson > 0 && <GuestFields most={props.guestsPerPerson} state={state} />}
      <SubmitButton size="public" wide pendingLabel={props.isForLine ? "Joining…" : "Registering…"}>
        {props.isForLine ? "Join the waitlist" : props.isRequest ? "Ask to come" : "Register"}
      </SubmitButton>
      {!person && (
        <p className="text-meta text-muted-foreground">
          The organizer sees what you enter here. Have an account?{" "}
          <a className="text-primary underline underline-offset-2" href={props.signInHref}>
            Sign in
          </a>{" "}
          and register with one tap.
        </p>
      )}
    </form>
  );
}

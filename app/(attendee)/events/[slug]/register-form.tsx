import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import type { FormState } from "@/app/_server/form-state";
import { PrivacyLine } from "@/app/_server/privacy-line";
import { GuestFields } from "./guest-fields";
import { IdentityFields } from "./identity-fields";
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
  privacyUrl: string | null;
};

type Props = RegisterFormProps & { state: FormState<RegisterResult>; submit: (form: FormData) => void };

/** The whole of registering: two fields for a guest, none for who is signed in, and the organizer's own questions. */
export function RegisterForm({ state, submit, ...props }: Props) {
  const { person, questions, departments, isForLine, isRequest } = props;
  const openLabel = isRequest ? "Ask to come" : "Register";
  return (
    <form
      action={submit}
      noValidate
      data-register=""
      data-label-open={openLabel}
      data-label-waitlist="Join the waitlist"
      data-pending-open="Registering…"
      data-pending-waitlist="Joining…"
      className="flex flex-col gap-5 [&[hidden]]:hidden"
    >
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={props.eventId} />
      {props.invitation && <input type="hidden" name="invitation" value={props.invitation} />}
      <div data-who="" className="contents">
        {person ? <SignedInAs {...person} /> : <IdentityFields departments={departments} state={state} />}
      </div>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} state={state} />
      ))}
      {props.guestsPerPerson > 0 && <GuestFields most={props.guestsPerPerson} state={state} />}
      <SubmitButton size="public" wide pendingLabel={isForLine ? "Joining…" : "Registering…"}>
        {isForLine ? "Join the waitlist" : openLabel}
      </SubmitButton>
      {!person && (
        <p data-guest-only="" className="text-meta text-muted-foreground">
          The organizer sees what you enter here. Have an account?{" "}
          <a className="text-primary underline underline-offset-2" href={props.signInHref}>
            Sign in
          </a>{" "}
          and register with one tap.
        </p>
      )}
      <PrivacyLine url={props.privacyUrl} />
    </form>
  );
}

/** Who registers, where that is known. */
export function SignedInAs({ name, email }: { name: string; email: string }) {
  return (
    <p className="text-sm text-secondary">
      As{" "}
      <bdi data-fill="name" className="font-medium text-foreground">
        {name}
      </bdi>
      ,{" "}
      <bdi data-fill="email" className="break-all">
        {email}
      </bdi>
    </p>
  );
}

import { useFormState } from "react-dom";
import { Disclosure } from "@/app/_components/disclosure";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { transferAction } from "./actions";

/** Passing one's seat on to somebody else; folded away, and said plainly what it does. */
export function PassOnForm({ token }: { token: string }) {
  const [state, submit] = useFormState(transferAction, idle);
  return (
    <Disclosure
      summary="Pass my ticket on"
      className="mt-1 print:hidden"
      open={state.status === "refused" || undefined}
    >
      <form
        action={submit}
        noValidate
        data-improve=""
        className="flex max-w-form flex-col gap-4 rounded-lg border border-border bg-card p-4"
      >
        <FormErrors state={state} />
        <input type="hidden" name="token" value={token} />
        <p className="text-sm text-secondary">
          Your seat becomes theirs at once: they get a ticket by mail, and yours stops working. This can’t be undone.
        </p>
        <Field name="name" label="Their name" error={faultOf(state, "name")} required>
          {(control) => (
            <Input {...control} defaultValue={typedIn(state, "name")} maxLength={200} dir="auto" autoComplete="off" />
          )}
        </Field>
        <Field name="email" label="Their e-mail" error={faultOf(state, "email")} required>
          {(control) => (
            <Input
              {...control}
              type="email"
              inputMode="email"
              defaultValue={typedIn(state, "email")}
              maxLength={254}
              autoComplete="off"
            />
          )}
        </Field>
        <SubmitButton className="self-start" variant="secondary" pendingLabel="Passing it on…">
          Pass the ticket on
        </SubmitButton>
      </form>
    </Disclosure>
  );
}

import type { ReactNode } from "react";
import { useFormState } from "react-dom";
import { idle } from "@/app/_server/form-state";
import { registerAction } from "./actions";
import { RegisterForm, type RegisterFormProps } from "./register-form";
import { RegisterOutcomeView } from "./register-outcome-view";

type Props = RegisterFormProps & {
  /** What the reader who is registered already finds here. */
  own: ReactNode;
  /** What stands above the form, or instead of it. */
  head: ReactNode;
  hasForm: boolean;
  calendar: ReactNode;
  againHref: string;
};

/** The form, then in its place what came of it where no script runs. */
export function RegisterPanel({ own, head, hasForm, calendar, againHref, ...form }: Props) {
  const [state, submit] = useFormState(registerAction, idle);
  if (state.status === "done") {
    return (
      <div data-panel="">
        <div data-result="" tabIndex={-1} role="status" className="outline-none">
          <RegisterOutcomeView result={state.result} calendar={calendar} againHref={againHref} />
        </div>
      </div>
    );
  }
  if (own) return own;
  const drawn = <RegisterForm {...form} state={state} submit={submit} />;
  return (
    <>
      <div data-panel="">
        <div data-head="">{head}</div>
        {hasForm && drawn}
      </div>
      {!hasForm && <template data-form="">{drawn}</template>}
    </>
  );
}

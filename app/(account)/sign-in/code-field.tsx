import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { type FormState, faultOf } from "@/app/_server/form-state";

/** Where the six digits of a mail are typed. */
export function CodeField({ state }: { state: FormState<unknown> }) {
  return (
    <Field name="code" label="Six-digit code" error={faultOf(state, "code")} required>
      {(control) => (
        <Input
          {...control}
          size="public"
          inputMode="numeric"
          autoComplete="one-time-code"
          // Not six: a code pasted with spaces or a dash must fit; the digits are picked out of it.
          maxLength={20}
          autoFocus
          dir="ltr"
          className="h-14 text-center font-mono text-xl tracking-[0.4em]"
        />
      )}
    </Field>
  );
}

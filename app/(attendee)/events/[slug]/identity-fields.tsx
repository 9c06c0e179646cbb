import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { type FormState, faultOf, typedIn } from "@/app/_server/form-state";
import { EmailField } from "./email-field";

type Props = { departments: readonly string[]; state: FormState<unknown> };

/** Who registers, asked of a guest. */
export function IdentityFields({ departments, state }: Props) {
  return (
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
  );
}

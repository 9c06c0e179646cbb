import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart } from "./form-part";

/** How many may come, and when one can register. */
export function SeatFields({ state, values }: FormPart) {
  return (
    <>
      <Field
        name="capacity"
        label="Seats"
        hint="Empty means no limit. More seats later move people up from the waitlist at once."
        error={faultOf(state, "capacity")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            defaultValue={values.capacity}
            className="max-w-40"
            autoComplete="off"
          />
        )}
      </Field>
      <Checkbox
        id="waitlistEnabled"
        name="waitlistEnabled"
        value="on"
        defaultChecked={values.waitlistEnabled === "on"}
        label="Keep a waitlist when it is full"
        hint="A seat that becomes free goes to the first in line by itself."
        className="-my-1"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="registrationOpensAt"
          label="Registration opens"
          hint="At once, if you leave it empty."
          error={faultOf(state, "registrationOpensAt")}
        >
          {(control) => <Input {...control} type="datetime-local" defaultValue={values.registrationOpensAt} />}
        </Field>
        <Field
          name="registrationClosesAt"
          label="Registration closes"
          hint="At the start, if you leave it empty."
          error={faultOf(state, "registrationClosesAt")}
        >
          {(control) => <Input {...control} type="datetime-local" defaultValue={values.registrationClosesAt} />}
        </Field>
      </div>
    </>
  );
}

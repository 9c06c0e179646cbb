import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { RadioCards } from "@/app/_components/radio-cards";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart } from "../../_form/form-part";

/** Now, or later on the clock of the event. */
export function SendTimeFields({ state, values, zone }: FormPart & { zone: string }) {
  return (
    <>
      <RadioCards
        name="when"
        legend="When"
        columns={2}
        defaultValue={values.when || "now"}
        choices={[
          { value: "now", label: "Now", hint: "You have 10 seconds to recall it." },
          { value: "later", label: "Later", hint: "You can recall it until then." },
        ]}
      />
      <Field
        name="sendAt"
        label="Later, at"
        hint={`On the clock of ${zone}. It goes to whoever is in the group by then.`}
        error={faultOf(state, "sendAt")}
        className="sm:max-w-80"
      >
        {(control) => <Input {...control} type="datetime-local" defaultValue={values.sendAt} />}
      </Field>
    </>
  );
}

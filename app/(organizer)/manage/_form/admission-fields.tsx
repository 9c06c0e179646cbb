import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Select } from "@/app/_components/select";
import { Textarea } from "@/app/_components/textarea";
import { faultOf } from "@/app/_server/form-state";
import type { FormPart } from "./form-part";

/** Who may come, whom they may bring, and what the organizer decides. */
export function AdmissionFields({ state, values }: FormPart) {
  return (
    <>
      <Field
        name="visibility"
        label="Who sees the event"
        hint="For others there is no such page, in no list and in no search."
        error={faultOf(state, "visibility")}
      >
        {(control) => (
          <Select {...control} defaultValue={values.visibility || "public"}>
            <option value="public">Everyone</option>
            <option value="unlisted">Whoever has its address; it is in no list</option>
            <option value="signed_in">Whoever is signed in</option>
            <option value="departments">People of the departments below</option>
          </Select>
        )}
      </Field>
      <Field name="eligibility" label="Who may register" error={faultOf(state, "eligibility")}>
        {(control) => (
          <Select {...control} defaultValue={values.eligibility || "everyone"}>
            <option value="everyone">Everyone</option>
            <option value="departments">People of certain departments</option>
            <option value="invitation">Whoever has the invitation link</option>
          </Select>
        )}
      </Field>
      <Field
        name="eligibleDepartments"
        label="Departments"
        hint="One on each line; used when only certain departments may see the event or register. People sign in, so that we know theirs."
        error={faultOf(state, "eligibleDepartments")}
      >
        {(control) => <Textarea {...control} rows={3} defaultValue={values.eligibleDepartments} dir="auto" />}
      </Field>
      <Field
        name="approval"
        label="Your approval"
        hint="You find the requests on the guest list, and people get your answer by mail."
        error={faultOf(state, "approval")}
      >
        {(control) => (
          <Select {...control} defaultValue={values.approval || "none"}>
            <option value="none">Not needed: a seat is theirs at once</option>
            <option value="holds_seat">You approve each one; a request keeps a seat free</option>
            <option value="holds_no_seat">You approve each one; a request keeps no seat free</option>
          </Select>
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="guestsPerPerson"
          label="Guests one may bring"
          hint="By name, 0 to 20. They come together or wait together."
          error={faultOf(state, "guestsPerPerson")}
        >
          {(control) => (
            <Input {...control} inputMode="numeric" defaultValue={values.guestsPerPerson} autoComplete="off" />
          )}
        </Field>
        <Field
          name="confirmWithinHours"
          label="Hours to answer after moving up"
          hint="Empty: a seat that becomes free needs no answer."
          error={faultOf(state, "confirmWithinHours")}
        >
          {(control) => (
            <Input {...control} inputMode="decimal" defaultValue={values.confirmWithinHours} autoComplete="off" />
          )}
        </Field>
      </div>
      <Field
        name="confirmAddressMinutes"
        label="Minutes to confirm the address by mail"
        hint="For scarce seats: whoever isn't signed in gets the ticket once they open the link in the mail. Until then the seat is held; after that it goes to the next in line. Empty: not asked."
        error={faultOf(state, "confirmAddressMinutes")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            defaultValue={values.confirmAddressMinutes}
            className="max-w-40"
            autoComplete="off"
          />
        )}
      </Field>
    </>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { RadioCards } from "@/app/_components/radio-cards";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { addMemberAction } from "./actions";

const roles = [
  { value: "door_staff", label: "Door staff", hint: "Scan tickets and look people up by name. No e-mail addresses." },
  {
    value: "viewer",
    label: "Viewer",
    hint: "See the numbers, who comes and the survey’s results. No addresses, no changes.",
  },
  { value: "organizer", label: "Organizer", hint: "Everything you can do, short of removing the owner." },
];

/** Invites somebody by mail; `forDoor` asks only for the address. */
export function AddMemberForm({ eventId, forDoor = false }: { eventId: string; forDoor?: boolean }) {
  const [state, submit] = useFormState(addMemberAction, idle);
  const invited = state.status === "done" ? state.result.email : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field
        name="email"
        label="E-mail"
        hint="They get an invitation, and sign in with this address."
        error={faultOf(state, "email")}
        required
      >
        {(control) => (
          // A new key empties the field once somebody is invited.
          <Input
            key={invited}
            {...control}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={typedIn(state, "email")}
          />
        )}
      </Field>
      {forDoor ? (
        <input type="hidden" name="role" value="door_staff" />
      ) : (
        <RadioCards
          name="role"
          legend="They may"
          choices={roles}
          defaultValue={typedIn(state, "role") ?? "door_staff"}
          error={faultOf(state, "role")}
        />
      )}
      <SubmitButton className="self-start" variant={forDoor ? "secondary" : "primary"} pendingLabel="Inviting…">
        Invite
      </SubmitButton>
      {invited && (
        <Notice tone="success" role="status">
          <p>
            An invitation is on its way to <bdi className="font-medium break-all">{invited}</bdi>.
          </p>
        </Notice>
      )}
    </form>
  );
}

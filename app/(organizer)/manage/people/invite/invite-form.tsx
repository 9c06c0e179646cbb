"use client";

import Link from "next/link";
import { useFormState } from "react-dom";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { invitePersonAction } from "../actions";
import { DepartmentField } from "../department-field";
import { RoleCards } from "../role-cards";

/** Asks somebody in by mail; an address that somebody has leads to that person instead. */
export function InviteForm({ departments }: { departments: readonly string[] }) {
  const [state, submit] = useFormState(invitePersonAction, idle);
  const result = state.status === "done" ? state.result : null;
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormErrors state={state} />
      {result?.outcome === "invited" && (
        <Notice tone="success" role="status">
          <p>
            An invitation is on its way to <bdi className="font-medium break-all">{result.email}</bdi>. Its link works
            once, within 14 days.
          </p>
        </Notice>
      )}
      {result?.outcome === "known" && (
        <Notice tone="warning" role="status" title="This address belongs to somebody already">
          <p>
            Nothing was sent.{" "}
            <Link href={`/manage/people/${result.userId}`} className="underline underline-offset-2">
              Change the role of <bdi>{result.name}</bdi> instead
            </Link>
            .
          </p>
        </Notice>
      )}
      <Field name="email" label="E-mail" error={faultOf(state, "email")} required>
        {(control) => (
          <Input
            // A new key empties the field once somebody is invited.
            key={result?.outcome === "invited" ? result.userId : "open"}
            {...control}
            type="email"
            inputMode="email"
            autoComplete="off"
            spellCheck={false}
            maxLength={254}
            defaultValue={typedIn(state, "email")}
          />
        )}
      </Field>
      <Field name="name" label="Name" error={faultOf(state, "name")} optional>
        {(control) => (
          <Input
            key={result?.outcome === "invited" ? result.userId : "open"}
            {...control}
            dir="auto"
            autoComplete="off"
            maxLength={200}
            defaultValue={typedIn(state, "name")}
          />
        )}
      </Field>
      <RoleCards chosen={typedIn(state, "role")} error={faultOf(state, "role")} />
      <DepartmentField
        departments={departments}
        value={typedIn(state, "department")}
        error={faultOf(state, "department")}
        hint="What you set here may admit to events for certain departments."
      />
      <SubmitButton className="self-start" pendingLabel="Inviting…">
        Send the invitation
      </SubmitButton>
    </form>
  );
}

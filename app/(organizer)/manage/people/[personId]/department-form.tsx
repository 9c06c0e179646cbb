"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { setDepartmentAction } from "../actions";
import { DepartmentField } from "../department-field";
import { Saved } from "./saved";

type Props = { userId: string; department: string | null; source: string; departments: readonly string[] };

/** Which department somebody belongs to, by the organisation's word. */
export function DepartmentForm({ userId, department, source, departments }: Props) {
  const [state, submit] = useFormState(setDepartmentAction, idle);
  const now = department ? `Now: ${department}, ${source}. ` : "";
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      <Saved state={state} />
      <input type="hidden" name="userId" value={userId} />
      <DepartmentField
        departments={departments}
        value={typedIn(state, "department") ?? department ?? ""}
        error={faultOf(state, "department")}
        hint={`${now}What you set admits to events for that department, and they can’t change it. Empty leaves it to them.`}
      />
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Saving…">
        Save the department
      </SubmitButton>
    </form>
  );
}

"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import type { Role } from "@/lib/access/actor";
import { grantRoleAction } from "../actions";
import { RoleCards } from "../role-cards";
import { Saved } from "./saved";

/** What somebody may do on the whole site. */
export function RoleForm({ userId, role }: { userId: string; role: Role }) {
  const [state, submit] = useFormState(grantRoleAction, idle);
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormErrors state={state} />
      <Saved state={state} />
      <input type="hidden" name="userId" value={userId} />
      <RoleCards chosen={typedIn(state, "role") ?? role} error={faultOf(state, "role")} />
      <SubmitButton variant="secondary" className="self-start" pendingLabel="Saving…">
        Save the role
      </SubmitButton>
    </form>
  );
}

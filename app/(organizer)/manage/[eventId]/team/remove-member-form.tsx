"use client";

import { useFormState } from "react-dom";
import { UserMinus } from "@/app/_components/icons";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { removeMemberAction } from "./actions";

type Props = { eventId: string; userId: string; name: string };

/** Takes one person out of the team; inviting them again puts it right. */
export function RemoveMemberForm({ eventId, userId, name }: Props) {
  const [state, submit] = useFormState(removeMemberAction, idle);
  return (
    <form action={submit} className="shrink-0">
      <FormErrors state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="userId" value={userId} />
      <SubmitButton variant="ghost" size="icon" aria-label={`Remove ${name}`} title="Remove" className="-me-2">
        <UserMinus aria-hidden strokeWidth={1.5} />
      </SubmitButton>
    </form>
  );
}

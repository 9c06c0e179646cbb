"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import { publishEventAction } from "./actions";

/** Publishes the draft with one press; says why where that is not possible yet. */
export function PublishForm({ eventId }: { eventId: string }) {
  const [state, submit] = useFormState(publishEventAction, idle);
  return (
    <form action={submit} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton pendingLabel="Publishing…">Publish</SubmitButton>
      <FormErrors state={state} />
    </form>
  );
}

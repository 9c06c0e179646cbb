"use client";

import { useFormState } from "react-dom";
import { SubmitButton } from "@/app/_components/submit-button";
import { idle } from "@/app/_server/form-state";
import { checkInByHandAction } from "./actions";
import { OutcomeNotice } from "./outcome-notice";

type Props = {
  eventId: string;
  scanId: string;
  timezone: string;
  person: { name: string; department: string | null; reference: string };
  state: string | null;
};

/** One person found by name; `state` says why there is nothing to do. */
export function PersonForm({ eventId, scanId, timezone, person, state: standing }: Props) {
  const [state, submit] = useFormState(checkInByHandAction, idle);
  const isOpen = standing === null && state.status !== "done";
  return (
    <form action={submit} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <p className="min-w-0 flex-1 basis-48">
        <span className="block text-base font-semibold text-foreground">{person.name}</span>
        <span className="block text-sm text-secondary">
          {[person.department, standing].filter(Boolean).join(" · ")}
        </span>
      </p>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="scanId" value={scanId} />
      <input type="hidden" name="ticket" value={person.reference} />
      {isOpen && (
        <SubmitButton variant="secondary" size="door" aria-label={`Check in ${person.name}`} pendingLabel="Checking in">
          Check in
        </SubmitButton>
      )}
      <div className="w-full empty:hidden">
        <OutcomeNotice state={state} timezone={timezone} />
      </div>
    </form>
  );
}

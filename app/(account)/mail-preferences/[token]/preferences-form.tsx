"use client";

import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import type { MailTopic } from "@/lib/access/input";
import { PreferenceFields } from "../preference-fields";
import { setPreferencesAction } from "./actions";

/** All topics, for whoever has the link of a mail. */
export function PreferencesForm({ token, wanted }: { token: string; wanted: MailTopic[] }) {
  const [state, submit] = useFormState(setPreferencesAction, idle);
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormErrors state={state} />
      {state.status === "done" && (
        <Notice tone="success" role="status">
          Saved.
        </Notice>
      )}
      <input type="hidden" name="token" value={token} />
      <PreferenceFields key={wanted.join()} wanted={wanted} />
      <div>
        <SubmitButton variant="secondary" size="public" pendingLabel="Saving…">
          Save
        </SubmitButton>
      </div>
    </form>
  );
}

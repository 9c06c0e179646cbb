"use client";

import { useFormState } from "react-dom";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { idle } from "@/app/_server/form-state";
import type { MailTopic } from "@/lib/access/input";
import { PreferenceFields } from "../mail-preferences/preference-fields";
import { setMailPreferencesAction } from "./actions";

/** Which mails one gets. */
export function MailsForm({ wanted }: { wanted: MailTopic[] }) {
  const [state, submit] = useFormState(setMailPreferencesAction, idle);
  return (
    <form action={submit} className="flex flex-col gap-5">
      <FormErrors state={state} />
      {state.status === "done" && (
        <Notice tone="success" role="status">
          Saved.
        </Notice>
      )}
      <PreferenceFields wanted={wanted} />
      <div>
        <SubmitButton size="public" pendingLabel="Saving…">
          Save choices
        </SubmitButton>
      </div>
    </form>
  );
}

"use client";

import { useState } from "react";
import { useFormState } from "react-dom";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { Textarea } from "@/app/_components/textarea";
import { FormErrors } from "@/app/_server/form-errors";
import { type FormState, faultOf, idle } from "@/app/_server/form-state";
import type { AudienceOverview } from "@/lib/notifications/count-audiences";
import type { FormValues } from "../../_form/form-part";
import { composeAction } from "./actions";
import { AudienceFields } from "./audience-fields";
import type { ComposeResult } from "./compose-result";
import { MailPreview } from "./mail-preview";
import { SendTimeFields } from "./send-time-fields";

type Props = {
  event: { id: string; timezone: string; zone: string };
  overview: AudienceOverview;
  /** Names the message before it exists, so that a form sent twice is one message. */
  draftId: string;
  ownEmail: string;
};

/** Writing to the people of an event. Keeps what was typed until it is sent. */
export function ComposeForm({ event, overview, draftId, ownEmail }: Props) {
  const [state, submit] = useFormState(composeAction, idle);
  const [openedId] = useState(draftId);
  const result = state.status === "done" ? state.result : null;
  const sent = result?.did === "sent" ? result : null;
  const values = valuesIn(state);
  const part = { state, values };
  return (
    <>
      <form action={submit} noValidate className="min-w-0">
        {/* What Enter in a field presses: it shows the message and sends nothing. */}
        <button type="submit" name="intent" value="preview" tabIndex={-1} aria-hidden className="sr-only" />
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="timezone" value={event.timezone} />
        <input type="hidden" name="id" value={sent?.nextId ?? values.id ?? openedId} />
        <FormErrors state={state} />
        {/* A new key empties the fields once the message is on its way. */}
        <Card key={sent?.id} title="Write a message" className="flex flex-col gap-5">
          <AudienceFields {...part} overview={overview} />
          <Field name="subject" label="Subject" error={faultOf(state, "subject")} required>
            {(control) => (
              <Input {...control} defaultValue={values.subject} maxLength={150} autoComplete="off" dir="auto" />
            )}
          </Field>
          <Field
            name="body"
            label="Message"
            hint="Markdown: # heading, **bold**, - list, [words](https://…). When, where and a button to their ticket stand below it by themselves."
            error={faultOf(state, "body")}
            required
          >
            {(control) => <Textarea {...control} rows={8} defaultValue={values.body} dir="auto" />}
          </Field>
          <SendTimeFields {...part} zone={event.zone} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton name="intent" value="send" pendingLabel="One moment…">
              Send
            </SubmitButton>
            <SubmitButton name="intent" value="preview" variant="secondary" pendingLabel="One moment…">
              Preview
            </SubmitButton>
            <SubmitButton name="intent" value="test" variant="ghost" pendingLabel="One moment…">
              Test to myself
            </SubmitButton>
          </div>
          {result?.did === "tested" && (
            <Notice tone="success" role="status">
              <p>
                A test is on its way to <bdi className="font-medium break-all">{ownEmail}</bdi>. Nobody else gets it.
              </p>
            </Notice>
          )}
        </Card>
      </form>
      {result?.did === "previewed" && <MailPreview {...result.mail} />}
    </>
  );
}

function valuesIn(state: FormState<ComposeResult>): FormValues {
  if (state.status === "refused") return state.typed;
  if (state.status === "done" && state.result.did !== "sent") return state.result.values;
  return {};
}

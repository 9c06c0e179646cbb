"use client";

import { useFormState } from "react-dom";
import { Card } from "@/app/_components/card";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import type { ZoneGroup } from "@/app/(organizer)/manage/_form/zones";
import { type Identity, IdentityFields } from "../identity-fields";
import { TestMailNotice } from "../test-mail-notice";
import { setUpAction } from "./actions";

type Props = {
  token: string;
  identity: Identity;
  zoneGroups: readonly ZoneGroup[];
  mail: { isLeaving: boolean; words: string };
};

/** One screen: who the organisation is, who administers it, and whether mail leaves. */
export function SetUpForm({ token, identity, zoneGroups, mail }: Props) {
  const [state, submit] = useFormState(setUpAction, idle);
  const tested = state.status === "done" ? state.result : null;
  const typed = (field: "email" | "administrator" | "name" | "timezone" | "accentColor") =>
    tested ? tested.typed[field] : typedIn(state, field);
  const values = {
    name: typed("name") ?? identity.name,
    timezone: typed("timezone") ?? identity.timezone,
    accentColor: typed("accentColor") ?? identity.accentColor,
    logoUrl: identity.logoUrl,
  };
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormErrors state={state} />
      <input type="hidden" name="token" value={token} />
      {/* The Enter key presses a form's first button. */}
      <button type="submit" name="intent" value="finish" tabIndex={-1} aria-hidden className="sr-only">
        Finish
      </button>
      <Card title="Your organisation">
        <div className="flex flex-col gap-5">
          <IdentityFields
            values={values}
            zoneGroups={zoneGroups}
            faultOf={(field) => faultOf(state, field)}
            isNew={state.status === "idle"}
          />
        </div>
      </Card>
      <Card title="The first administrator" description="You, most likely. You can invite others afterwards.">
        <div className="flex flex-col gap-5">
          <Field name="administrator" label="Your name" error={faultOf(state, "administrator")} required>
            {(control) => (
              <Input
                {...control}
                size="public"
                autoComplete="name"
                dir="auto"
                maxLength={200}
                defaultValue={typed("administrator")}
              />
            )}
          </Field>
          <Field
            name="email"
            label="Your e-mail"
            hint="You sign in with it from now on, by a code that comes by mail."
            error={faultOf(state, "email")}
            required
          >
            {(control) => (
              <Input
                {...control}
                size="public"
                type="email"
                autoComplete="email"
                inputMode="email"
                spellCheck={false}
                defaultValue={typed("email")}
              />
            )}
          </Field>
        </div>
      </Card>
      <Card title="How mail leaves">
        {mail.isLeaving ? <p className="text-sm text-foreground">{mail.words}</p> : <NoMailNotice words={mail.words} />}
        <div className="mt-4 flex flex-col items-start gap-4">
          <SubmitButton name="intent" value="test" variant="secondary" pendingLabel="Sending…">
            Send a test mail
          </SubmitButton>
          {tested && <TestMailNotice email={tested.email} outcome={tested.outcome} isLeaving={mail.isLeaving} />}
        </div>
      </Card>
      <SubmitButton name="intent" value="finish" size="public" wide pendingLabel="One moment…">
        Finish and sign in
      </SubmitButton>
    </form>
  );
}

function NoMailNotice({ words }: { words: string }) {
  return (
    <Notice tone="warning" title={words}>
      <p>
        Start again with <code>SMTP_URL=smtps://user:password@mail.example.org</code> and <code>MAIL_FROM</code>, or
        with Amazon SES. You can finish here first: you are signed in at once, and <code>bin/people sign-in EMAIL</code>{" "}
        prints a link that signs somebody in.
      </p>
    </Notice>
  );
}

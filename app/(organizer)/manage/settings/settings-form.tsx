"use client";

import { useFormState } from "react-dom";
import { Card } from "@/app/_components/card";
import { Checkbox } from "@/app/_components/checkbox";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { type Identity, IdentityFields } from "@/app/(account)/set-up/identity-fields";
import type { ZoneGroup } from "../_form/zones";
import { updateSettingsAction } from "./actions";
import { LegalFields } from "./legal-fields";

export type Settings = Identity & {
  privacyNotice: string;
  imprint: string;
  registrationMonths: string;
  auditMonths: string;
  requiresSecondFactor: boolean;
};

type Props = { settings: Settings; zoneGroups: readonly ZoneGroup[] };

/** All that administrators may set about the organisation. */
export function SettingsForm({ settings, zoneGroups }: Props) {
  const [state, submit] = useFormState(updateSettingsAction, idle);
  const isRefused = state.status === "refused";
  const typed = (field: keyof Omit<Settings, "logoUrl" | "requiresSecondFactor">) =>
    typedIn(state, field) ?? settings[field];
  const fault = (field: string) => faultOf(state, field);
  const values = {
    name: typed("name"),
    timezone: typed("timezone"),
    accentColor: typed("accentColor"),
    logoUrl: settings.logoUrl,
  };
  const needsSecondFactor = isRefused
    ? typedIn(state, "requiresSecondFactor") !== undefined
    : settings.requiresSecondFactor;
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormErrors state={state} />
      <Card title="Organisation">
        <div className="flex flex-col gap-5">
          <IdentityFields key={settings.logoUrl} values={values} zoneGroups={zoneGroups} faultOf={fault} />
        </div>
      </Card>
      <Card title="Privacy and imprint" description="Linked at the foot of every page once they are written.">
        <LegalFields privacyNotice={typed("privacyNotice")} imprint={typed("imprint")} faultOf={fault} />
      </Card>
      <Card title="How long data is kept">
        <div className="grid gap-5 sm:grid-cols-2">
          <MonthsField
            name="registrationMonths"
            label="Registrations, in months"
            hint="So long after an event its registrations lose names and answers; the numbers stay. Empty: never."
            value={typed("registrationMonths")}
            error={fault("registrationMonths")}
          />
          <MonthsField
            name="auditMonths"
            label="Audit log, in months"
            hint="Who did what and when. Empty: for ever."
            value={typed("auditMonths")}
            error={fault("auditMonths")}
          />
        </div>
      </Card>
      <Card title="Signing in">
        <Checkbox
          name="requiresSecondFactor"
          label="Organizers and administrators need a passkey as a second factor"
          hint="Register your own passkey in your profile first."
          defaultChecked={needsSecondFactor}
        />
      </Card>
      <div className="flex flex-col items-start gap-4">
        <SubmitButton size="public" pendingLabel="Saving…">
          Save
        </SubmitButton>
        {state.status === "done" && (
          <Notice tone="success" role="status">
            Saved.
          </Notice>
        )}
      </div>
    </form>
  );
}

type MonthsProps = { name: string; label: string; hint: string; value: string; error: string | undefined };

function MonthsField({ name, label, hint, value, error }: MonthsProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional>
      {(control) => <Input {...control} size="public" inputMode="numeric" maxLength={3} defaultValue={value} />}
    </Field>
  );
}

"use client";

import { useFormState } from "react-dom";
import { Button } from "@/app/_components/button";
import { Disclosure } from "@/app/_components/disclosure";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { SubmitButton } from "@/app/_components/submit-button";
import { FormErrors } from "@/app/_server/form-errors";
import { faultOf, idle, typedIn } from "@/app/_server/form-state";
import { renamePasskeyAction } from "./actions";
import { usePasskey } from "./use-passkey";

type Passkey = { id: string; name: string; added: string; used: string | null };

/** One's passkeys, each to be renamed or removed. */
export function PasskeyList({ passkeys }: { passkeys: Passkey[] }) {
  return (
    <ul className="flex flex-col divide-y divide-border">
      {passkeys.map((passkey) => (
        <li key={passkey.id} className="py-4 first:pt-0">
          <PasskeyRow {...passkey} />
        </li>
      ))}
    </ul>
  );
}

function PasskeyRow({ id, name, added, used }: Passkey) {
  const [renamed, rename] = useFormState(renamePasskeyAction, idle);
  const { isBusy, refusal, remove } = usePasskey({ hasOne: true });
  return (
    <>
      <p className="font-medium break-words text-foreground">
        <bdi>{name}</bdi>
      </p>
      <p className="text-sm text-muted-foreground">
        Added {added}. {used ? `Last used ${used}.` : "Not used yet."}
      </p>
      <Disclosure summary="Rename or remove" className="mt-2">
        <div className="flex flex-col gap-4 pt-3">
          <FormErrors state={renamed} />
          {refusal && (
            <Notice tone="warning" role="status">
              {refusal.message}
            </Notice>
          )}
          <form action={rename} noValidate className="flex flex-col gap-3">
            <input type="hidden" name="id" value={id} />
            <Field name="name" id={`name-${id}`} label="Name" error={faultOf(renamed, "name")} required>
              {(control) => (
                <Input {...control} size="public" maxLength={60} defaultValue={typedIn(renamed, "name") ?? name} />
              )}
            </Field>
            <div>
              <SubmitButton variant="secondary" pendingLabel="Saving…">
                Rename
              </SubmitButton>
            </div>
          </form>
          <div>
            <Button variant="destructive-quiet" aria-disabled={isBusy || undefined} onClick={() => remove(id)}>
              {isBusy ? "One moment…" : "Remove this passkey"}
            </Button>
          </div>
        </div>
      </Disclosure>
    </>
  );
}

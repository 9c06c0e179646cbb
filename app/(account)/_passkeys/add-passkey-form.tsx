"use client";

import { useRef } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Notice } from "@/app/_components/notice";
import { ProveAnew } from "./prove-anew";
import { usePasskey } from "./use-passkey";

type Props = {
  /** Whether this person has a passkey, which must then be shown first. */
  hasOne: boolean;
  /** Where it goes on afterwards; without it one stays. */
  next?: string;
  isMainThing?: boolean;
};

/** Makes a passkey on this device, or on one that the browser reaches, under a name. */
export function AddPasskeyForm({ hasOne, next, isMainThing = false }: Props) {
  const { isBusy, refusal, add } = usePasskey({ hasOne });
  const name = useRef<HTMLInputElement>(null);
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await add(name.current?.value.trim() || "Passkey"))) return;
        if (next) window.location.assign(next);
        else if (name.current) name.current.value = "";
      }}
    >
      {refusal?.code === "proof_required" && !hasOne ? (
        <ProveAnew next={next ?? "/profile"} />
      ) : (
        refusal && (
          <Notice tone="warning" role="status">
            {refusal.message}
          </Notice>
        )
      )}
      <Field
        name="passkeyName"
        label="Name of the new passkey"
        hint="So that you know it again: the phone, computer or key that it is on."
        optional
      >
        {(control) => <Input {...control} ref={name} size="public" maxLength={60} placeholder="Passkey" />}
      </Field>
      <div>
        <Button
          type="submit"
          variant={isMainThing ? "primary" : "secondary"}
          size="public"
          aria-disabled={isBusy || undefined}
        >
          {isBusy ? "Waiting for your device…" : "Add a passkey"}
        </Button>
      </div>
    </form>
  );
}

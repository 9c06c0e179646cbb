"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Sheet } from "@/app/_components/sheet";

type Props = {
  name: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onReason: (reason: string) => void;
};

/** Lets somebody in against the list, for a reason that is recorded. */
export function OverrideSheet({ name, isOpen, onOpenChange, onReason }: Props) {
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    setFault(reason ? undefined : "Write why, in a few words.");
    if (!reason) return;
    onOpenChange(false);
    onReason(reason);
  }

  return (
    <Sheet title={`Let ${name} in anyway`} open={isOpen} onOpenChange={onOpenChange}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field name="reason" label="Why" hint="It is recorded with your name." required error={fault}>
          {(control) => <Input {...control} size="door" autoFocus autoComplete="off" maxLength={200} />}
        </Field>
        <Button type="submit" variant="primary" size="door" wide>
          Let in
        </Button>
      </form>
    </Sheet>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Sheet } from "@/app/_components/sheet";
import { parseReference } from "@/lib/checkin/rules";
import { couldBeTicket } from "../camera/could-be-ticket";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; onCode: (code: string) => void };

/** Checks in by the eight characters under the QR code; a hand scanner that types the whole code works here too. */
export function TypeCode({ isOpen, onOpenChange, onCode }: Props) {
  const [fault, setFault] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    const isCode = parseReference(code) || (code.length > 12 && couldBeTicket(code));
    setFault(isCode ? undefined : "The code has eight letters and digits, like 7F3K 9Q2M.");
    if (!isCode) return;
    onOpenChange(false);
    onCode(code);
  }

  return (
    <Sheet title="Type the code" open={isOpen} onOpenChange={onOpenChange}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field name="code" label="Ticket code" hint="The eight characters under the QR code" error={fault}>
          {(control) => (
            <Input
              {...control}
              size="door"
              autoFocus
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              enterKeyHint="go"
              className="font-mono text-xl uppercase tracking-widest"
            />
          )}
        </Field>
        <Button type="submit" variant="primary" size="door" wide>
          Check in
        </Button>
      </form>
    </Sheet>
  );
}

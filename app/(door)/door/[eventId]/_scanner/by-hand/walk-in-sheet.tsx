"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/button";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Sheet } from "@/app/_components/sheet";
import type { WalkIn } from "../door/create-door";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; onWalkIn: (walkIn: WalkIn) => void };
type Faults = { name?: string; email?: string };

/** Adds somebody who has not registered: a seat is taken for them as for anybody, now or when the network is back. */
export function WalkInSheet({ isOpen, onOpenChange, onWalkIn }: Props) {
  const [faults, setFaults] = useState<Faults>({});

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name = "", email = "", department = ""] = ["name", "email", "department"].map((field) =>
      String(fields.get(field) ?? "").trim(),
    );
    const found: Faults = {
      ...(!name && { name: "Write the name." }),
      ...(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && { email: "Write an e-mail address, like ada@example.org." }),
    };
    setFaults(found);
    if (found.name || found.email) return;
    onOpenChange(false);
    onWalkIn({ name, email, ...(department && { department }) });
  }

  const plain = { size: "door", autoComplete: "off", spellCheck: false } as const;
  return (
    <Sheet title="Add a walk-in" open={isOpen} onOpenChange={onOpenChange}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field name="name" id="walk-in-name" label="Full name" required error={faults.name}>
          {(control) => <Input {...control} {...plain} autoFocus maxLength={120} />}
        </Field>
        <Field
          name="email"
          id="walk-in-email"
          label="E-mail"
          required
          hint="For the ticket. It leaves this phone as soon as it is sent."
          error={faults.email}
        >
          {(control) => <Input {...control} {...plain} type="email" inputMode="email" maxLength={254} />}
        </Field>
        <Field name="department" id="walk-in-department" label="Department" optional>
          {(control) => <Input {...control} {...plain} maxLength={120} />}
        </Field>
        <Button type="submit" variant="primary" size="door" wide>
          Let in
        </Button>
      </form>
    </Sheet>
  );
}

"use client";

import { useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { Sheet } from "@/app/_components/sheet";
import type { Person } from "../roster/person";
import type { Roster } from "../roster/roster";

type Props = {
  roster: Roster | null;
  size: number;
  timeOf: (instant: string) => string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onPerson: (person: Person) => void;
};

/** Finds people by name on this phone's list and checks them in with one tap. */
export function FindPerson({ roster, size, timeOf, isOpen, onOpenChange, onPerson }: Props) {
  const [typed, setTyped] = useState("");
  const found = roster?.search(typed) ?? [];
  const isLongEnough = typed.replace(/\s/g, "").length >= 2;

  function choose(person: Person): void {
    setTyped("");
    onOpenChange(false);
    onPerson(person);
  }

  return (
    <Sheet title="Find a name" open={isOpen} onOpenChange={onOpenChange}>
      <Field name="name" label="Name" hint={size === 0 ? "The guest list is loading" : "Two letters are enough"}>
        {(control) => (
          <Input
            {...control}
            size="door"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="sr-only">
        {isLongEnough && `${found.length} found`}
      </p>
      <ul className="mt-3 flex min-h-60 flex-col divide-y divide-border">
        {found.map((person) => (
          <li key={person.registrationId}>
            <button
              type="button"
              onClick={() => choose(person)}
              className="flex min-h-16 w-full items-center gap-3 rounded-md px-2 text-start transition-colors hover:bg-muted"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base font-semibold">{person.name}</span>
                {person.department && <span className="block truncate text-secondary">{person.department}</span>}
              </span>
              <span className="shrink-0 text-sm font-medium text-secondary">{stateOf(person, timeOf)}</span>
            </button>
          </li>
        ))}
        {isLongEnough && found.length === 0 && (
          <li className="py-4 text-base text-secondary">Nobody on the list has that name.</li>
        )}
      </ul>
    </Sheet>
  );
}

function stateOf({ status, checkedInAt }: Person, timeOf: (instant: string) => string) {
  if (checkedInAt) return `In since ${timeOf(checkedInAt)}`;
  if (status === "waitlisted") return "Waitlisted";
  if (status === "cancelled") return "Cancelled";
  return <span className="font-semibold text-primary">Check in</span>;
}

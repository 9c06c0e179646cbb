"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/app/_components/button";
import type { EventFormState } from "./form-part";

/** Somebody else saved first: what was typed still stands in the form, and only a deliberate press overwrites theirs. */
export function StaleNotice({ eventId, state }: { eventId: string; state: EventFormState }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second refusal takes the focus again
  useEffect(() => box.current?.focus(), [state]);
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-lg border-2 border-warning bg-card p-4 text-sm text-foreground"
    >
      <h2 className="text-base font-semibold">Somebody changed this event while you were editing</h2>
      <p className="mt-1">
        Nothing was overwritten, and what you typed still stands below. Look at{" "}
        <a
          href={`/manage/${eventId}/edit`}
          target="_blank"
          rel="noreferrer"
          className="font-medium text-primary underline underline-offset-2"
        >
          the present version (new tab)
        </a>{" "}
        first.
      </p>
      <Button type="submit" name="overwrite" value="1" className="mt-3">
        Save mine over it
      </Button>
    </div>
  );
}

"use client";

import { useRef, useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";
import { emailHintOf } from "./email-hint";

type Props = { error: string | undefined; typed: string | undefined };

/** Where the ticket is sent. A likely slip in the address is pointed out, and mended with one press. */
export function EmailField({ error, typed }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState<string | null>(null);
  const takeHint = () => {
    if (!input.current || !hint) return;
    input.current.value = hint;
    input.current.focus();
    setHint(null);
  };
  return (
    <div>
      <Field name="email" label="E-mail" error={error} required>
        {(control) => (
          <Input
            {...control}
            ref={input}
            size="public"
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            maxLength={254}
            defaultValue={typed}
            onBlur={(event) => setHint(emailHintOf(event.target.value))}
          />
        )}
      </Field>
      <p aria-live="polite" className="text-sm text-secondary">
        {hint && (
          <>
            Did you mean{" "}
            <button
              type="button"
              onClick={takeHint}
              className="inline-flex min-h-11 items-center break-all font-medium text-primary underline underline-offset-2"
            >
              {hint}
            </button>
            ?
          </>
        )}
      </p>
    </div>
  );
}

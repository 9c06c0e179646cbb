"use client";

import { useState } from "react";
import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";

const ownColor = "#6243cc";

/** The colour of buttons and links: typed, or picked where scripts run. */
export function AccentField({ color: initial, error }: { color: string; error?: string }) {
  const [color, setColor] = useState(initial);
  return (
    <Field
      name="accentColor"
      label="Accent colour"
      hint="Of buttons and links, such as #0a5c36. Where it could not be read, a darker or lighter shade of it stands in."
      error={error}
      optional
    >
      {(control) => (
        <div className="flex items-center gap-3">
          <Input
            {...control}
            size="public"
            className="max-w-40 font-mono"
            placeholder={ownColor}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            dir="ltr"
            value={color}
            onChange={(event) => setColor(event.target.value)}
          />
          <input
            type="color"
            aria-label="Pick the accent colour"
            className="size-12 shrink-0 cursor-pointer rounded-md border border-input bg-card p-1"
            value={/^#[0-9a-f]{6}$/i.test(color) ? color : ownColor}
            onChange={(event) => setColor(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}

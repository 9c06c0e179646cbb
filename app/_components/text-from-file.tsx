"use client";

import { type RefObject, useEffect, useState } from "react";

type Props = { label: string; into: RefObject<HTMLTextAreaElement> };

/** Fills a text field from a file on the device; it shows itself only where scripts run. */
export function TextFromFile({ label, into }: Props) {
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
  if (!hasScripts) return null;
  return (
    <label className="flex flex-col gap-1.5 text-sm font-medium text-foreground">
      {label}
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        className="text-sm font-normal text-secondary file:me-3 file:min-h-10 file:cursor-pointer file:rounded-md file:border file:border-border-strong file:bg-transparent file:px-4 file:text-foreground"
        onChange={async ({ target }) => {
          const text = await target.files?.[0]?.text();
          if (into.current && text !== undefined) into.current.value = text;
        }}
      />
    </label>
  );
}

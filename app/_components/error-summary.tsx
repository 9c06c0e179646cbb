"use client";

import { useEffect, useRef } from "react";

export type FormError = { field?: string; message: string };

type Props = { errors: readonly FormError[]; title?: string };

/** What is wrong with a form, with a link to each field. It takes the focus whenever a new list of errors arrives. */
export function ErrorSummary({ errors, title = "There is a problem" }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-lg border border-destructive border-s-4 bg-destructive-soft p-4 text-foreground"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {errors.map(({ field, message }) => (
          <li key={`${field ?? ""}:${message}`}>
            {field ? (
              <a className="inline-block py-0.5 text-destructive underline underline-offset-2" href={`#${field}`}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

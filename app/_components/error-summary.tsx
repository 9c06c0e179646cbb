"use client";

import { useEffect, useRef } from "react";

export type FormError = { path: string; message: string };

type Props = { errors: readonly FormError[]; message?: string; title?: string };

/**
 * What is wrong with a form, with a link to each field (`path` is the control's id); `message` stands where no field is to blame.
 * It takes the focus whenever a new list of errors arrives.
 */
export function ErrorSummary({ errors, message, title = "There is a problem" }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = errors.length === 0 && !message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words sent back again are news too
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [errors, isEmpty]);
  if (isEmpty) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-lg border-2 border-destructive bg-card p-4 text-sm text-foreground"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      {errors.length === 0 && <p className="mt-1">{message}</p>}
      {errors.length > 0 && (
        <ul className="mt-1 flex flex-col">
          {errors.map((error) => (
            <li key={`${error.path}:${error.message}`}>
              {error.path ? (
                <a
                  className="inline-block py-1 font-medium text-destructive underline underline-offset-2 pointer-coarse:py-2.5"
                  href={`#${error.path}`}
                >
                  {error.message}
                </a>
              ) : (
                error.message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

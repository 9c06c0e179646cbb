import type { ReactNode } from "react";
import { CircleAlert } from "@/app/_components/icons";

/** What is wrong with one field, under it. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} data-field-error="" className="flex items-start gap-1.5 text-sm text-destructive [fieldset_&]:mt-1.5">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span data-fill="message" className="min-w-0">
        {children}
      </span>
    </p>
  );
}

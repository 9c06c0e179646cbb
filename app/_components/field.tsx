import type { ReactNode } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";

export type FieldControl = {
  id: string;
  name: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  optional?: boolean;
  optionalWord?: string;
  id?: string;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, hint and error of one control, wired to it: spread what the child function is given onto the control. */
export function Field({
  name,
  label,
  hint,
  error,
  required,
  optional,
  optionalWord = "optional",
  id = name,
  className,
  children,
}: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div data-field="" className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-medium text-foreground">
        {label}
        {optional && <span className="font-normal text-muted-foreground"> ({optionalWord})</span>}
      </label>
      {children({
        id,
        name,
        required,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className="text-meta text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";

type Props = {
  name: string;
  legend: ReactNode;
  from: number;
  to: number;
  lowLabel: string;
  highLabel: string;
  defaultValue?: number;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
};

/** A number on a scale as a row of 48-px cells; a long scale folds in two rows on a phone, so no cell gets thin. */
export function ScaleField({
  name,
  legend,
  from,
  to,
  lowLabel,
  highLabel,
  defaultValue,
  hint,
  error,
  required,
}: Props) {
  const values = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const isLong = values.length > 6;
  const describedBy = [hint && `${name}-hint`, `${name}-ends`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={describedBy} className="min-w-0">
      <legend className="mb-1.5 text-base font-medium text-foreground">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-2 text-meta text-muted-foreground">
          {hint}
        </p>
      )}
      <div
        className={cn("grid gap-1.5", isLong ? "grid-cols-6 sm:grid-cols-11" : "max-w-96 auto-cols-fr grid-flow-col")}
      >
        {values.map((value, index) => (
          <label
            key={value}
            className="relative flex h-12 cursor-pointer items-center justify-center rounded-md border border-input bg-card text-base font-medium text-foreground transition-colors hover:bg-primary-soft has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              required={required}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-md outline-none"
            />
            <span className="pointer-events-none">{value}</span>
          </label>
        ))}
      </div>
      <p
        id={`${name}-ends`}
        className={cn("mt-1.5 flex justify-between gap-4 text-meta text-muted-foreground", !isLong && "max-w-96")}
      >
        <span>
          {from} · {lowLabel}
        </span>
        <span className="text-end">
          {highLabel} · {to}
        </span>
      </p>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

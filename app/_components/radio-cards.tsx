import type { ReactNode } from "react";
import { cn } from "./cn";
import { FieldError } from "./field-error";

export type RadioChoice = { value: string; label: ReactNode; hint?: ReactNode };

type Props = {
  name: string;
  legend: ReactNode;
  choices: readonly RadioChoice[];
  defaultValue?: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  columns?: 1 | 2 | 3;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" } as const;

/** One of a few, each on a card of its own; native radios, so arrows, forms and phones behave. */
export function RadioCards({ name, legend, choices, defaultValue, hint, error, required, columns = 1 }: Props) {
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <fieldset aria-describedby={describedBy || undefined} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium text-foreground">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-2 text-meta text-muted-foreground">
          {hint}
        </p>
      )}
      <div className={cn("grid gap-2", grids[columns])}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className="flex min-h-12 cursor-pointer items-start gap-3 rounded-md border border-input bg-card px-3.5 py-3 transition-colors hover:bg-muted has-checked:border-primary has-checked:bg-primary-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={choice.value === defaultValue}
              required={required}
              className="mt-0.5 size-4.5 shrink-0 accent-primary outline-none pointer-coarse:mt-0 pointer-coarse:size-6"
            />
            <span className="min-w-0 text-sm text-foreground">
              <span className="font-medium">{choice.label}</span>
              {choice.hint && <span className="block text-meta text-secondary">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

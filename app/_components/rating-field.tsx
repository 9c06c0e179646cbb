import type { ReactNode } from "react";
import { Star } from "@/app/_components/icons";
import { cn } from "./cn";
import { FieldError } from "./field-error";

type Props = {
  name: string;
  legend: ReactNode;
  /** What each rating means, worst first. */
  words: readonly string[];
  defaultValue?: number;
  error?: string;
};

/** A rating as one large card each: so many stars, and what they mean. Native radios, so it needs no script. */
export function RatingField({ name, legend, words, defaultValue, error }: Props) {
  return (
    <fieldset aria-describedby={error && `${name}-error`} className="min-w-0">
      <legend className="mb-2 text-base font-medium text-foreground">{legend}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1.5 sm:gap-2">
        {words.map((word, index) => (
          <label
            key={word}
            className={cn(
              "group relative flex min-h-24 min-w-0 cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border bg-card px-1 py-3 text-center transition-colors hover:bg-primary-soft",
              "has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
              error ? "border-destructive" : "border-input",
            )}
          >
            <input
              type="radio"
              id={index === 0 ? name : `${name}-${index + 1}`}
              name={name}
              value={index + 1}
              defaultChecked={defaultValue === index + 1}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-lg outline-none"
            />
            <span className="pointer-events-none flex items-center gap-1 font-display text-xl font-semibold">
              {index + 1}
              <Star aria-hidden className="size-4 fill-current opacity-80" strokeWidth={1.5} />
            </span>
            <span className="pointer-events-none text-xs text-secondary group-has-checked:text-primary-foreground">
              {word}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

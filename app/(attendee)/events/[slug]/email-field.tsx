import { Field } from "@/app/_components/field";
import { Input } from "@/app/_components/input";

type Props = { error: string | undefined; typed: string | undefined };

/**
 * Where the ticket is sent. A likely slip in the address is pointed out in a line that is always
 * kept for it.
 */
export function EmailField({ error, typed }: Props) {
  return (
    <div>
      <Field name="email" label="E-mail" error={error} required>
        {(control) => (
          <Input
            {...control}
            size="public"
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            maxLength={254}
            defaultValue={typed}
          />
        )}
      </Field>
      <email-hint data-for="email" class="-mb-5 hidden scripted:block">
        <p aria-live="polite" className="invisible flex h-6 items-center gap-1 text-sm text-secondary">
          <span className="shrink-0">Did you mean:</span>
          <button
            type="button"
            className="h-6 min-w-0 truncate font-medium text-primary underline underline-offset-2"
          />
        </p>
      </email-hint>
    </div>
  );
}

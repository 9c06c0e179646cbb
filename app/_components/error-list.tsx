import { forwardRef } from "react";

export type FormError = { path: string; message: string };

type Props = { errors: readonly FormError[]; message?: string; title?: string };

/**
 * What is wrong with a form, with a link to each field (`path` is the control's id); `message`
 * where no field is to blame.
 */
export const ErrorList = forwardRef<HTMLDivElement, Props>(function ErrorList(
  { errors, message, title = "There is a problem" },
  ref,
) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      data-error-summary=""
      className="rounded-lg border-2 border-destructive bg-card p-4 text-sm text-foreground"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      {message !== undefined && (
        <p data-fill="message" className="mt-1 empty:hidden">
          {message}
        </p>
      )}
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
});

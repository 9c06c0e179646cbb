import type { ReactNode } from "react";
import { ChevronDown } from "@/app/_components/icons";
import type { FormPart } from "./form-part";

type Props = Pick<FormPart, "state"> & { title: string; aside?: string; names: string[]; children: ReactNode };

/** Part of a form that most people leave as it is: folded, with its present values in short, and open when a fault is inside. */
export function FormSection({ title, aside, names, state, children }: Props) {
  const errors = state.status === "refused" ? state.errors : [];
  const hasFault = errors.some(({ path }) => names.includes(path.split(".")[0] ?? path));
  return (
    <details open={hasFault || undefined} className="group rounded-lg border border-border bg-card">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 rounded-lg px-5 py-3 sm:px-6">
        <span className="min-w-0 flex-1">
          <span className="block text-base font-semibold text-foreground">{title}</span>
          {aside && <span className="block truncate text-meta text-muted-foreground group-open:hidden">{aside}</span>}
        </span>
        <ChevronDown
          aria-hidden
          className="size-5 shrink-0 text-secondary transition-transform group-open:rotate-180"
          strokeWidth={1.75}
        />
      </summary>
      <div className="flex flex-col gap-5 px-5 pb-6 pt-1 sm:px-6">{children}</div>
    </details>
  );
}

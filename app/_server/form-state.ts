import type { ErrorCode, FieldError } from "@/lib/platform/errors";

/** What a form gets back: nothing yet, the verb's result, or what was wrong together with what was typed. */
export type FormState<Result> =
  | { status: "idle" }
  | { status: "done"; result: Result }
  | {
      status: "refused";
      code: ErrorCode | "internal";
      message: string;
      errors: FieldError[];
      typed: Record<string, string>;
    };

export const idle = { status: "idle" } as const;

/** What is wrong with one field, if anything. */
export function faultOf(state: FormState<unknown>, field: string): string | undefined {
  return state.status === "refused" ? state.errors.find((error) => error.path === field)?.message : undefined;
}

/** What was typed into one field before the form was refused. */
export function typedIn(state: FormState<unknown>, field: string): string | undefined {
  return state.status === "refused" ? state.typed[field] : undefined;
}

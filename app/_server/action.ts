import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import type { LimitName } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import { takeFromLimits } from "@/lib/platform/rate-limit";
import { refusalOf } from "@/lib/platform/refusal";
import { type AccessRule, mustSignIn } from "./access";
import { callerKeyOf } from "./caller-key";
import type { FormState } from "./form-state";
import { type FindMoreFaults, parseWithAllFaults } from "./parse";
import { currentActor } from "./session";

type ActionOptions<Input, Scope> = {
  access: AccessRule<Input, Scope>;
  limit: LimitName;
  input: z.ZodType<Input>;
  /** Asked only when the form is refused. */
  findMoreFaults?: FindMoreFaults;
};

/** `caller` is the key that the caller counts by. */
type ActionContext<Input, Scope> = { input: Input; scope: Scope; actor: Actor; caller: string };

/**
 * A server action for `useFormState`: limits, parses the form, authorizes, then calls `perform`. A refusal comes back as state with
 * what was typed; passwords and codes are never sent back. `redirect()` may be thrown by `perform`.
 */
export function action<Input, Scope, Result>(
  options: ActionOptions<Input, Scope>,
  perform: (context: ActionContext<Input, Scope>) => Promise<Result>,
) {
  return async (_previous: FormState<Result>, sent: FormData): Promise<FormState<Result>> => {
    // Whoever calls without our pages may send anything in its place.
    const form = (sent as unknown) instanceof FormData ? sent : new FormData();
    try {
      const actor = await currentActor();
      const caller = callerKeyOf(actor, headers(), options.limit);
      const limits = await takeFromLimits(options.limit, [caller]);
      if (!limits.isAllowed) {
        throw new AppError("rate_limited", `That was too often. Please try again in ${limits.resetSeconds} seconds.`, {
          retryAfterSeconds: limits.resetSeconds,
        });
      }
      if (mustSignIn(actor, options.access))
        throw new AppError("unauthenticated", "Please sign in again; what you typed is kept.");
      const input = await parseWithAllFaults(options.input, readForm(form), actor, options.findMoreFaults);
      const scope = await options.access.mint(actor, input);
      return { status: "done", result: await perform({ input, scope, actor, caller }) };
    } catch (error) {
      return refusedState(error, form);
    }
  };
}

function refusedState(error: unknown, form: FormData): Extract<FormState<never>, { status: "refused" }> {
  // redirect() and notFound() of Next travel as errors with a digest and must reach it.
  if (error instanceof Error && "digest" in error) throw error;
  const typed = typedText(form);
  const refusal = refusalOf(error);
  if (refusal)
    return { status: "refused", code: refusal.code, message: refusal.message, errors: refusal.errors, typed };
  const requestId = headers().get("x-request-id") ?? newId();
  log.error({ err: error, requestId }, "a bug reached an action");
  return {
    status: "refused",
    code: "internal",
    message: `Something went wrong on our side (reference ${requestId}).`,
    errors: [],
    typed,
  };
}

/** The form as an object; a name that occurs more than once, or ends in `[]`, becomes a list. */
function readForm(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    if (name.endsWith("[]")) input[name.slice(0, -2)] = values;
    else input[name] = values.length > 1 ? values : values[0];
  }
  return input;
}

function typedText(form: FormData): Record<string, string> {
  const secret = /password|code|token/i;
  const pairs = [...form.entries()].filter(
    ([name, value]) => typeof value === "string" && !name.startsWith("$ACTION") && !secret.test(name),
  );
  return Object.fromEntries(pairs.map(([name, value]) => [name, String(value)]));
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useFormState } from "react-dom";
import { idle } from "@/app/_server/form-state";
import type { RegistrationState } from "@/lib/events/rules";
import type { TicketView } from "../../ticket-view";
import { registerAction } from "./actions";
import { useLiveRegistration } from "./live-registration";
import { RegisterForm, type RegisterFormProps } from "./register-form";
import { RegisterOutcomeView } from "./register-outcome-view";
import { StandingTicket } from "./standing-ticket";

type ByState = Partial<Record<RegistrationState["state"], ReactNode>>;

type Props = Omit<RegisterFormProps, "isForLine"> & {
  standing: TicketView | null;
  /** What stands here in the states in which there is no form. */
  instead: ByState;
  /** What stands above the form in the others. */
  intro: ByState;
  calendar: ReactNode;
};

/**
 * The form, then in its place what came of it; who is registered already sees the ticket. What came of it stays when the page around
 * it is drawn anew, also when the seat just taken was the last one.
 */
export function RegisterPanel({ standing, instead, intro, calendar, ...form }: Props) {
  const [state, submit] = useFormState(registerAction, idle);
  const { state: now } = useLiveRegistration();
  const result = useRef<HTMLDivElement>(null);
  const isDone = state.status === "done";
  useEffect(() => {
    if (isDone) result.current?.focus();
  }, [isDone]);
  if (isDone) {
    return (
      <div ref={result} tabIndex={-1} role="status" className="animate-sheet outline-none">
        <RegisterOutcomeView
          result={state.result}
          calendar={calendar}
          againHref={form.invitation ? `?invitation=${encodeURIComponent(form.invitation)}` : "?"}
        />
      </div>
    );
  }
  if (standing) return <StandingTicket ticket={standing} calendar={calendar} />;
  if (instead[now]) return instead[now];
  return (
    <>
      {intro[now]}
      <RegisterForm {...form} isForLine={now === "waitlist"} state={state} submit={submit} />
    </>
  );
}

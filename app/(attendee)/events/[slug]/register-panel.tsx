"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useFormState } from "react-dom";
import { idle } from "@/app/_server/form-state";
import type { TicketView } from "../../ticket-view";
import { registerAction } from "./actions";
import { RegisterForm, type RegisterFormProps } from "./register-form";
import { RegisterOutcomeView } from "./register-outcome-view";
import { StandingTicket } from "./standing-ticket";

type Props = RegisterFormProps & {
  standing: TicketView | null;
  /** What stands here when there is no form. */
  instead: ReactNode;
  intro: ReactNode;
  calendar: ReactNode;
};

/**
 * The form, then in its place what came of it; who is registered already sees the ticket. What came of it stays when the page around
 * it is drawn anew, also when the seat just taken was the last one.
 */
export function RegisterPanel({ standing, instead, intro, calendar, ...form }: Props) {
  const [state, submit] = useFormState(registerAction, idle);
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
  if (instead) return instead;
  return (
    <>
      {intro}
      <RegisterForm {...form} state={state} submit={submit} />
    </>
  );
}

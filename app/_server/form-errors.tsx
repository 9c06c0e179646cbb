"use client";

import { useEffect } from "react";
import { ErrorSummary } from "../_components/error-summary";
import type { FormState } from "./form-state";

const none: never[] = [];

/** The error summary of a refused form; it takes the focus once per answer and says "Error" in the page's title. */
export function FormErrors({ state }: { state: FormState<unknown> }) {
  const isRefused = state.status === "refused";
  useEffect(() => {
    if (!isRefused) return;
    const title = document.title;
    document.title = `Error: ${title}`;
    return () => {
      document.title = title;
    };
  }, [isRefused]);
  return isRefused ? <ErrorSummary errors={state.errors} message={state.message} /> : <ErrorSummary errors={none} />;
}

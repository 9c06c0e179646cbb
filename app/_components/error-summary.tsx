"use client";

import { useEffect, useRef } from "react";
import { ErrorList, type FormError } from "./error-list";

type Props = { errors: readonly FormError[]; message?: string };

/** What is wrong with a form. It takes the focus whenever a new list of errors arrives. */
export function ErrorSummary({ errors, message }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isEmpty = errors.length === 0 && !message;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words sent back again are news too
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [errors, isEmpty]);
  if (isEmpty) return null;
  return <ErrorList ref={box} errors={errors} message={errors.length === 0 ? message : undefined} />;
}

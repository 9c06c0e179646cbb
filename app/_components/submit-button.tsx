"use client";

import type { ComponentPropsWithoutRef } from "react";
import { useFormStatus } from "react-dom";
import { LoaderCircle } from "@/app/_components/icons";
import { Button } from "./button";
import type { ButtonStyle } from "./button-style";

type Props = Omit<ComponentPropsWithoutRef<"button">, "type"> & ButtonStyle & { pendingLabel?: string };

/** Submits its form; while that runs it stays focusable, says so, and swallows a second press. */
export function SubmitButton({ variant = "primary", pendingLabel, children, onClick, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      data-pending-label={pendingLabel}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {pending ? (pendingLabel ?? children) : children}
    </Button>
  );
}

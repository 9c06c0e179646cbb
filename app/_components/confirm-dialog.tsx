"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";
import { SubmitButton } from "./submit-button";

type Props = {
  trigger: ReactNode;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  keepLabel?: string;
  action: (form: FormData) => void | Promise<void>;
  fields?: Readonly<Record<string, string>>;
  typed?: { label: string; phrase: string };
};

/** For what can't be undone only. With `typed`, the phrase has to be typed before the button acts. */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirmLabel,
  keepLabel = "Keep it",
  action,
  fields = {},
  typed,
}: Props) {
  const [text, setText] = useState("");
  const isLocked = typed !== undefined && text.trim() !== typed.phrase.trim();
  return (
    <AlertDialog.Root onOpenChange={() => setText("")}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <AlertDialog.Content className="fixed inset-x-4 top-[16dvh] z-50 mx-auto max-h-[76dvh] max-w-120 animate-enter overflow-y-auto rounded-xl border border-border bg-card p-5 text-sm text-foreground shadow-float outline-none sm:p-6">
          <AlertDialog.Title className="text-lg font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1 text-secondary">{children}</div>
          </AlertDialog.Description>
          <form action={action} className="mt-5 flex flex-col gap-5">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {typed && (
              <Field name="typedPhrase" label={typed.label} hint={typed.phrase}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    value={text}
                    onChange={(event) => setText(event.target.value)}
                  />
                )}
              </Field>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <AlertDialog.Cancel asChild>
                <Button>{keepLabel}</Button>
              </AlertDialog.Cancel>
              <SubmitButton variant="destructive" disabled={isLocked}>
                {confirmLabel}
              </SubmitButton>
            </div>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

"use client";

import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { X } from "@/app/_components/icons";
import { Button } from "./button";
import { cn } from "./cn";

const places = {
  middle: "inset-x-4 top-[12dvh] mx-auto max-h-[76dvh] max-w-form animate-enter rounded-xl border p-5 sm:p-6",
  side: "inset-x-0 bottom-0 max-h-[88dvh] animate-sheet rounded-t-xl border-t p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:inset-y-0 sm:inset-s-auto sm:inset-e-0 sm:max-h-none sm:w-105 sm:rounded-none sm:border-s sm:border-t-0 sm:p-6",
} as const;

type Props = {
  title: string;
  description?: ReactNode;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  place?: keyof typeof places;
  closeLabel?: string;
  children: ReactNode;
};

/** A layer over the page that holds the focus until closed. `trigger` is the button that opens it, or steer it by `open`. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  place = "middle",
  closeLabel = "Close",
  children,
}: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Radix.Content
          aria-describedby={description ? undefined : ""}
          className={cn(
            "fixed z-50 overflow-y-auto border-border bg-card text-sm text-foreground shadow-float outline-none",
            places[place],
          )}
        >
          <div className="mb-4 flex items-start justify-between gap-4">
            <div className="min-w-0 pt-1.5">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-secondary">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <Button variant="ghost" size="icon" aria-label={closeLabel} className="-me-2">
                <X aria-hidden strokeWidth={1.5} />
              </Button>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { cn } from "@/app/_components/cn";
import type { LucideIcon } from "@/app/_components/icon-of";
import { CircleCheck, CircleQuestionMark, Clock3, X } from "@/app/_components/icons";
import { explain } from "./explain";
import type { Shown } from "./use-verdicts";
import { actionsFor, type VerdictAction, wordOf } from "./verdict-actions";
import { lookOf, type Tone } from "./verdict-table";

const colours: Record<Tone, string> = {
  ok: "bg-verdict-ok text-verdict-ok-ink",
  already: "bg-verdict-already text-verdict-already-ink",
  denied: "bg-verdict-denied text-verdict-denied-ink",
  provisional: "bg-verdict-provisional text-verdict-provisional-ink",
};
const shapes: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  already: Clock3,
  denied: X,
  provisional: CircleQuestionMark,
};

const button =
  "flex min-h-16 flex-1 basis-24 items-center justify-center rounded-lg border-2 border-current px-2 text-lg leading-6 font-semibold outline-offset-2 outline-current focus-visible:outline-3";

type Props = {
  shown: Shown;
  canOverride: boolean;
  timeOf: (instant: string) => string;
  counter: string;
  /** What this screen covers. */
  behind: RefObject<HTMLElement>;
  onAction: (action: VerdictAction) => void;
};

/** The verdict over the whole screen. One that stays takes the focus, so that a key dismisses it as a tap does. */
export function VerdictScreen({ shown, canOverride, timeOf, counter, behind, onAction }: Props) {
  const { outcome } = shown;
  const { tone, word } = lookOf(outcome);
  const { name, note, lines } = explain(outcome, timeOf);
  const Shape = shapes[tone];
  const next = useRef<HTMLButtonElement>(null);
  const actions = actionsFor(shown, canOverride);
  const stays = actions.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new verdict is to be dismissed anew
  useLayoutEffect(() => {
    const hidden = behind.current;
    if (!stays || !hidden) return;
    const before = document.activeElement;
    hidden.inert = true;
    next.current?.focus({ preventScroll: true });
    return () => {
      hidden.inert = false;
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [stays, outcome.scanId]);

  return (
    <div data-verdict={outcome.verdict} className={cn("fixed inset-0 z-50 flex flex-col", colours[tone])}>
      <button type="button" tabIndex={-1} aria-hidden onClick={() => onAction("next")} className="absolute inset-0" />
      {note && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-0 animate-pulse-dot border-[14px] border-current"
        />
      )}
      <div className="pointer-events-none relative flex min-h-0 flex-1 flex-col items-center justify-center gap-3 overflow-y-auto px-6 pt-10 text-center short:flex-row short:gap-8 short:pt-4">
        <Shape
          aria-hidden
          className={tone === "denied" ? "-my-6 size-44 shrink-0 sm:size-56" : "size-28 shrink-0 sm:size-36"}
          strokeWidth={1.75}
        />
        <div className="flex min-w-0 flex-col items-center gap-3 short:items-start short:text-start">
          <p className="text-balance font-display text-verdict font-semibold">{word}</p>
          {name && <p className="line-clamp-4 max-w-measure text-balance text-3xl font-semibold sm:text-4xl">{name}</p>}
          {note && (
            <p className="max-w-measure text-balance rounded-lg border-2 border-current px-4 py-2 text-2xl font-semibold">
              {note}
            </p>
          )}
          {lines.map((line) => (
            <p key={line} className="max-w-measure text-balance text-xl">
              {line}
            </p>
          ))}
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-form px-4 pb-[max(1rem,env(safe-area-inset-bottom))] pt-4 short:pt-1">
        <p className="pb-3 text-center text-lg font-medium short:pb-1">{counter}</p>
        {stays && (
          <div className="flex flex-wrap gap-3">
            {actions.map((action) => (
              <button
                key={action}
                ref={action === "next" ? next : undefined}
                type="button"
                className={button}
                onClick={() => onAction(action)}
              >
                {wordOf(action, shown)}
              </button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

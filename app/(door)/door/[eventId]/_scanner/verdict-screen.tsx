"use client";

import { CircleCheck, CircleQuestionMark, Clock3, type LucideIcon, X } from "lucide-react";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { cn } from "@/app/_components/cn";
import type { Outcome } from "./answer";
import { explain, looks, type Tone } from "./verdict-table";

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
  "flex min-h-16 flex-1 items-center justify-center rounded-lg border-2 border-current px-4 text-lg font-semibold outline-offset-2 outline-current focus-visible:outline-3";

type Props = {
  outcome: Outcome;
  timeOf: (instant: string) => string;
  counter: string;
  /** What this screen covers. */
  behind: RefObject<HTMLElement>;
  onDismiss: () => void;
  onFind: () => void;
};

/** The verdict over the whole screen. One that stays takes the focus, so that a key dismisses it as a tap does. */
export function VerdictScreen({ outcome, timeOf, counter, behind, onDismiss, onFind }: Props) {
  const { tone, word, holdMs } = looks[outcome.verdict];
  const { name, lines } = explain(outcome, timeOf);
  const Shape = shapes[tone];
  const next = useRef<HTMLButtonElement>(null);
  const stays = holdMs === undefined;

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
      <button type="button" tabIndex={-1} aria-hidden onClick={onDismiss} className="absolute inset-0" />
      <div className="pointer-events-none relative flex min-h-0 flex-1 flex-col items-center justify-center gap-3 overflow-y-auto px-6 pt-10 text-center">
        <Shape
          aria-hidden
          className={tone === "denied" ? "-my-6 size-44 shrink-0 sm:size-56" : "size-28 shrink-0 sm:size-36"}
          strokeWidth={1.75}
        />
        <p className="text-balance font-display text-verdict font-semibold">{word}</p>
        {name && <p className="line-clamp-4 max-w-measure text-balance text-3xl font-semibold sm:text-4xl">{name}</p>}
        {lines.map((line) => (
          <p key={line} className="max-w-measure text-balance text-xl">
            {line}
          </p>
        ))}
      </div>
      <div className="relative mx-auto w-full max-w-form px-4 pb-[max(1rem,env(safe-area-inset-bottom))] pt-4">
        <p className="pb-3 text-center text-lg font-medium">{counter}</p>
        {stays && (
          <div className="flex gap-3">
            <button type="button" className={button} onClick={onFind}>
              Find a name
            </button>
            <button ref={next} type="button" className={button} onClick={onDismiss}>
              Next
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

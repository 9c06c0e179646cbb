"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_components/button";
import { Undo2 } from "@/app/_components/icons";
import { letsIn, type Outcome } from "../judge/outcome";
import { lookOf, type Tone } from "../verdict/verdict-table";

const undoMs = 10_000;
const dots: Record<Tone, string> = {
  ok: "bg-verdict-ok",
  already: "bg-verdict-already",
  denied: "bg-verdict-denied",
  provisional: "bg-verdict-provisional",
};

type Props = { last: Outcome | null; onUndo: (outcome: Outcome) => void };

/** The last person, with ten seconds to take the admission back; after that the log does it. */
export function LastScanLine({ last, onUndo }: Props) {
  const [closed, setClosed] = useState<{ scanId: string; isUndone: boolean } | null>(null);
  const scanId = last?.scanId;

  useEffect(() => {
    if (!scanId) return;
    const close = () => setClosed((before) => (before?.scanId === scanId ? before : { scanId, isUndone: false }));
    const timer = setTimeout(close, undoMs);
    return () => clearTimeout(timer);
  }, [scanId]);

  if (!last) return <div aria-hidden className="min-h-14 max-lg:group-data-[resting]:hidden wide:hidden" />;
  const { tone, word } = lookOf(last);
  const ended = closed?.scanId === last.scanId ? closed : null;
  const state = ended?.isUndone ? "Undone" : tone === "ok" ? "Came in" : word;
  return (
    <div className="flex min-h-14 items-center gap-3">
      <span aria-hidden className={`size-3 shrink-0 rounded-full border border-foreground/30 ${dots[tone]}`} />
      <p className="min-w-0 flex-1">
        <span className="block truncate text-base font-semibold text-foreground">
          {last.name ?? (letsIn(last.verdict) ? "Not on the list yet" : "Nobody on the list")}
        </span>
        <span role="status" className="block truncate text-sm text-secondary">
          {[state, last.department].filter(Boolean).join(" · ")}
        </span>
      </p>
      {letsIn(last.verdict) && !ended && (
        <Button
          size="door"
          onClick={() => {
            setClosed({ scanId: last.scanId, isUndone: true });
            onUndo(last);
          }}
        >
          <Undo2 aria-hidden />
          Undo
        </Button>
      )}
    </div>
  );
}

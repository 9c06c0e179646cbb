"use client";

import { Undo2 } from "lucide-react";
import { Button } from "@/app/_components/button";
import type { LastScan } from "./use-scans";
import { looks, type Tone } from "./verdict-table";

const dots: Record<Tone, string> = {
  ok: "bg-verdict-ok",
  already: "bg-verdict-already",
  denied: "bg-verdict-denied",
  provisional: "bg-verdict-provisional",
};

type Props = { last: LastScan | null; onUndo: () => void };

/** The last person, with ten seconds to take the admission back; after that the log does it. */
export function LastScanLine({ last, onUndo }: Props) {
  if (!last) return <div aria-hidden className="min-h-14 max-lg:group-data-[resting]:hidden lg:hidden" />;
  const { answer, undo } = last;
  const { tone, word } = looks[answer.verdict];
  const state = undo === "done" ? "Undone" : undo === "failed" ? "Undo failed" : tone === "ok" ? "Came in" : word;
  return (
    <div className="flex min-h-14 items-center gap-3">
      <span aria-hidden className={`size-3 shrink-0 rounded-full border border-foreground/30 ${dots[tone]}`} />
      <p className="min-w-0 flex-1">
        <span className="block truncate text-base font-semibold text-foreground">{answer.name}</span>
        <span role="status" className="block truncate text-sm text-secondary">
          {[state, answer.department].filter(Boolean).join(" · ")}
        </span>
      </p>
      {(undo === "open" || undo === "running" || undo === "failed") && (
        <Button size="door" onClick={onUndo} disabled={undo === "running"}>
          <Undo2 aria-hidden />
          Undo
        </Button>
      )}
    </div>
  );
}

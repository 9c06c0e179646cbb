"use client";

import { Button } from "@/app/_components/button";
import { LinkButton } from "@/app/_components/link-button";
import { Sheet } from "@/app/_components/sheet";
import { StatusBadge } from "@/app/_components/status-badge";
import { letsIn, type Outcome } from "../judge/outcome";
import type { LogEntry } from "../store/log-entry";
import { lookOf, type Tone } from "../verdict/verdict-table";

const mostShown = 100;
const tones = {
  ok: "success",
  already: "warning",
  denied: "destructive",
  provisional: "info",
} as const satisfies Record<Tone, string>;

type Props = {
  log: LogEntry[];
  logHref: string;
  timeOf: (instant: string) => string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onUndo: (entry: LogEntry) => void;
};

/** This phone's scans, without network too; every admission can be taken back for as long as the list is here. */
export function LogSheet({ log, logHref, timeOf, isOpen, onOpenChange, onUndo }: Props) {
  return (
    <Sheet title="Scans of this phone" open={isOpen} onOpenChange={onOpenChange}>
      {log.length === 0 && <p className="text-base text-secondary">Nothing was scanned here yet.</p>}
      <ul className="flex flex-col divide-y divide-border">
        {log.slice(0, mostShown).map((entry) => (
          <LogLine key={entry.id} {...{ entry, timeOf, onUndo }} />
        ))}
      </ul>
      <LinkButton href={logHref} prefetch={false} className="mt-4 h-14 w-full text-base">
        All gates, all scans
      </LinkButton>
    </Sheet>
  );
}

type LineProps = { entry: LogEntry; timeOf: (instant: string) => string; onUndo: (entry: LogEntry) => void };

function LogLine({ entry, timeOf, onUndo }: LineProps) {
  const { outcome, answered, isUndone, at } = entry;
  const said: Outcome = { ...outcome, verdict: answered ?? outcome.verdict };
  const { tone, word } = lookOf(said);
  const isIn = letsIn(said.verdict);
  const name = outcome.name ?? "Not on the list";
  return (
    <li className="flex min-h-16 items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-base font-semibold">{name}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-secondary">
          <StatusBadge tone={isUndone ? "neutral" : tones[tone]}>
            {isUndone ? "Undone" : tone === "ok" ? "Came in" : word}
          </StatusBadge>
          {timeOf(at)}
          {!answered && " · waiting"}
        </p>
      </div>
      {isIn && !isUndone && (
        <Button size="door" aria-label={`Undo ${name}`} onClick={() => onUndo(entry)}>
          Undo
        </Button>
      )}
    </li>
  );
}

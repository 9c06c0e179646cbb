"use client";

import { FindPerson } from "./by-hand/find-person";
import { OverrideSheet } from "./by-hand/override-sheet";
import { TypeCode } from "./by-hand/type-code";
import { WalkInSheet } from "./by-hand/walk-in-sheet";
import type { Door, WalkIn } from "./door/create-door";
import type { DoorState } from "./door/door-state";
import type { Outcome } from "./judge/outcome";
import type { ByHand } from "./panel/by-hand-bar";
import { GatesSheet } from "./panel/gates-sheet";
import { LogSheet } from "./panel/log-sheet";
import type { Shown } from "./verdict/use-verdicts";

export type SheetName = ByHand | "log" | "gates" | "override";

type Props = {
  door: Door | null;
  state: DoorState;
  eventId: string;
  timeOf: (instant: string) => string;
  open: SheetName | null;
  onOpen: (sheet: SheetName | null) => void;
  scanByHand: (ticket: string, overrideReason?: string) => void;
  onWalkIn: (walkIn: WalkIn) => void;
  undo: (outcome: Outcome) => void;
  /** Whom the verdict on the screen keeps out. */
  refused: Shown | null;
};

/** Everything that slides over the scanner, one at a time. */
export function ScannerSheets(props: Props) {
  const { door, state, eventId, timeOf, open, onOpen, scanByHand, onWalkIn, undo, refused } = props;
  const sheetOf = (name: SheetName) => ({
    isOpen: open === name,
    onOpenChange: (isOpen: boolean) => onOpen(isOpen ? name : null),
  });
  // A walk-in has no ticket in hand, but a registration on the list.
  const reference = door?.roster.find(refused?.outcome.registrationId ?? "")?.reference ?? "";
  return (
    <>
      <FindPerson
        {...sheetOf("name")}
        {...{ timeOf, roster: door?.roster ?? null, size: state.size }}
        onPerson={(person) => scanByHand(person.reference)}
      />
      <TypeCode {...sheetOf("code")} onCode={scanByHand} />
      <WalkInSheet {...sheetOf("walk_in")} onWalkIn={onWalkIn} />
      <GatesSheet {...sheetOf("gates")} state={state} />
      <LogSheet
        {...sheetOf("log")}
        {...{ timeOf, log: state.log, logHref: `/door/${eventId}/log` }}
        onUndo={(entry) => undo({ ...entry.outcome, scanId: entry.id })}
      />
      <OverrideSheet
        {...sheetOf("override")}
        name={refused?.outcome.name ?? "them"}
        onReason={(reason) => scanByHand(refused?.ticket || reference, reason)}
      />
    </>
  );
}

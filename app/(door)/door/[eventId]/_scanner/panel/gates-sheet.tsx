"use client";

import { Sheet } from "@/app/_components/sheet";
import type { DoorState } from "../door/door-state";

type Props = { state: DoorState; isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Who came through which gate; each person counts once. */
export function GatesSheet({ state: { counts }, isOpen, onOpenChange }: Props) {
  return (
    <Sheet title="People inside" open={isOpen} onOpenChange={onOpenChange}>
      <dl className="flex flex-col divide-y divide-border text-base">
        {counts.gates.map(({ gate, checkedIn }) => (
          <div key={gate ?? ""} className="flex min-h-14 items-center justify-between gap-4">
            <dt className="min-w-0 truncate">{gate ?? "No gate named"}</dt>
            <dd className="font-display text-xl font-semibold">{checkedIn}</dd>
          </div>
        ))}
        <div className="flex min-h-14 items-center justify-between gap-4 font-semibold">
          <dt>All gates</dt>
          <dd className="font-display text-xl">{`${counts.checkedIn} of ${counts.registered}`}</dd>
        </div>
      </dl>
    </Sheet>
  );
}
